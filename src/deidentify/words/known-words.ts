/**
 * Words that a case text is full of and that name nobody, by kind: what a stranger to the field would take for a name.
 * They are evidence to be weighed, not a safe list. Order is part of the feature scheme.
 */
export const knownWords = {
  shorthand:
    'w wo bc b4 abt thx ty pls plz ppl ur u r y n ok k lol lmao omg imo imho idk tbh fyi asap btw afaik ikr jk smh ugh hmm hm mm nope yep yup yeah nah etc eg ie vs ' +
    'approx min mins hr hrs wk wks mo mos yr yrs yo q qd sx hx dx tx rx fx px fhx pmh phx psa sw rn np pa md do phd psyd lcsw lmft lpc lmhc lpcc lmsw mft amft lcpc ' +
    'cmhc cadc bcba ot pt slp pcp gp ob gyn er ed icu or op inpt outpt inpatient outpatient iop php rtc adhd add asd mdd gad ptsd cptsd bpd ocd npd did bd bp sud aud ' +
    'oud sz sza fep tbi mci ftd copd htn dm t2dm chf cad uti gerd ibs pcos ms als cva mi si hi sib nssi avh ah vh hib roi poa hipaa phi ehr emr dap soap birp gaf wnl ' +
    'nos nec rto tos loc mse ddx cc hpi ros vs prn bid tid qid qhs qam qpm po im iv sl lai tca ssri ssris snri snris maoi uds ua bac bal cbc cmp tsh a1c bmi ekg qtc ' +
    'labs dose meds med appt appts sesh mtg mtgs grp grps fam rel rship hosp hx lv msg msgs convo info dept eval evals consult consults referral ref refs auth prior ' +
    'auths ins oon inn copay ftf f2f vm dm dms pm am cps aps dcf dhs dss ssi ssdi snap tanf gal po da dv ipv sa csa ro tro ero iep fba bip sped lre eap fmla ada hr pto ' +
    'pip ob1 ldr nsfw afab amab trans nb enby lgbtq lgbt qtpoc bipoc poc aapi trauma kiddo kiddos bestie bff gma gpa bday xmas thanx gonna wanna gotta kinda sorta ' +
    'dunno lemme gimme cuz coz tho thru til till nite tonite rly srsly def prob probs obv fave pic pics vid vids ig fb yt tt app apps wifi tel ext ft lb lbs oz gtt ' +
    'dep indep sep div mar wid sgl hs ged gpa bach dsm icd cpt pos gt poc ld cd odd dmdd rad dsed psych neuro peds derm onc ortho cards gi ent id ur um p2p snf alf ltc ' +
    'adl iadl dnr dpoa moca mmse sn bx pg f m nb fu dc adm tfr cx rs ns lcs tele vid sud suds voc rehab psychoed ax anx dep rumination mindful tho w/ w/o c/o s/p r/o d/c h/o f/u',
  people:
    'afghan african albanian algerian amerasian american amharic amish anglo apache appalachian arab arabic argentine armenian asian assyrian australian austrian azerbaijani ' +
    'bahraini bangladeshi basque belarusian belgian bengali bhutanese black bolivian bosnian brazilian british bulgarian burmese cajun cambodian cameroonian canadian ' +
    'cantonese caribbean catalan chaldean cherokee chicana chicano chilean chin chinese chinook choctaw chuukese colombian comanche congolese coptic creole croatian cuban ' +
    'cypriot czech dakota danish dari dene dinka dominican dutch ecuadorian egyptian english eritrean estonian ethiopian european farsi fijian filipina filipino finnish ' +
    'flemish french fulani gaelic garifuna georgian german ghanaian greek guarani guatemalan gujarati guyanese haitian hausa hawaiian hebrew hindi hispanic hmong honduran ' +
    'hopi hungarian hutterite icelandic igbo ilocano indian indigenous indonesian inuit inupiaq iranian iraqi irish israeli italian ivorian jamaican japanese jordanian ' +
    'karen kashmiri kazakh kenyan khmer kichwa kinyarwanda kiowa korean kosovar kurdish kuwaiti lakota lao laotian latin latina latine latino latinx latvian lebanese liberian ' +
    'libyan lithuanian maasai macedonian malagasy malay malayalam malaysian malian maltese mandarin maori marathi marshallese mayan mexican mestizo metis mexicana micronesian ' +
    'mixtec moldovan mongolian montenegrin moroccan mozambican navajo nepali nicaraguan nigerian norwegian oaxacan ojibwe omani oromo pacific pakistani palestinian panamanian ' +
    'paraguayan pashto pashtun persian peruvian polish polynesian portuguese pueblo punjabi quebecois quechua rican roma romani romanian russian rwandan salvadoran samoan saudi ' +
    'scandinavian scots scottish senegalese serbian shona sicilian sikh sindhi singaporean sinhala slovak slovenian somali spanish sudanese swahili swedish swiss syrian tagalog ' +
    'taiwanese tamil telugu thai tibetan tigrinya tlingit tongan trinidadian tunisian turkish twi ugandan ukrainian urdu uruguayan uyghur uzbek venezuelan vietnamese welsh ' +
    'white wolof xhosa yemeni yiddish yoruba zambian zapotec zimbabwean zulu islander native immigrant refugee',
  faith:
    'christian christianity catholic catholicism jewish judaism muslim islam islamic hindu hinduism buddhist buddhism sikhism mormon lds evangelical protestant orthodox pagan ' +
    'wiccan atheist agnostic quaker mennonite baptist methodist lutheran presbyterian pentecostal adventist episcopal anglican jehovah witness witnesses scientology jain jainism ' +
    'bahai zoroastrian rastafarian santeria frum hasidic haredi satmar shabbat shabbos sabbath kosher halal mikvah niddah mitzvah bar bat bris shiva shloshim yahrzeit kaddish ' +
    'sukkot purim pesach passover seder hanukkah chanukah rosh hashanah yom kippur ramadan eid iftar suhoor hajj umrah zakat salat imam haram hijab niqab burka sharia nikah jinn ' +
    'nazar ruqyah quran koran torah talmud bible gospel psalm psalms scripture genesis job proverbs romans corinthians matthew luke john acts lent advent easter epiphany ' +
    'pentecost mass communion confession rosary novena baptism confirmation quinceanera quinceañera puja diwali holi karma dharma dosha ayurveda vesak metta zen lunar tet songkran ' +
    'losar nowruz kwanzaa juneteenth god jesus christ allah buddha krishna shiva satan devil lord spirit holy prayer sermon pulpit ministry mission missionary temple recommend ' +
    'ward stake bishopric endowment garments smudging sweat lodge potlatch powwow curandera susto mal ojo nervios ataque limpia hwabyung hwa byung koro latah amok windigo dhat',
  brand:
    'medicaid medicare aetna cigna optum ubh uhc humana anthem bcbs tricare kaiser magellan beacon molina centene ambetter oscar wellcare champva carelon evernorth headway alma ' +
    'rula sondermind grow betterhelp talkspace cerebral psychologytoday simplepractice therapynotes theranest valant epic cerner doxy zoom teams webex facetime skype google meet ' +
    'gmail outlook slack discord whatsapp signal telegram facebook instagram insta snapchat tiktok twitter reddit youtube netflix hulu disney spotify venmo paypal zelle cashapp ' +
    'uber lyft doordash instacart amazon ebay etsy linkedin tinder bumble hinge grindr okcupid onlyfans twitch roblox minecraft fortnite pokemon xbox playstation nintendo ' +
    'iphone ipad android siri alexa chatgpt gpt claude gemini wikipedia webmd calm headspace noom peloton fitbit garmin narcan plan apa nasw aca aamft nbcc bbs dora samhsa nimh ' +
    'nami cdc fda dea osha hhs ferpa cobra erisa nice who wpath aap acog asam jcaho carf emdria isst beck istss abct asha nctsn frozen encore marvel batman spiderman hamilton ' +
    'superman sims oprah barbie lego ikea goodreads kindle psypact tarasoff goldwater baker',
  eponym:
    'beck hamilton linehan tourette tourettes asperger aspergers alzheimer alzheimers parkinson parkinsons huntington lewy korsakoff wernicke capgras cotard fregoli munchausen ganser ' +
    'gottman gottmans bowen minuchin satir haley rogers freud jung klein winnicott bowlby ainsworth erikson piaget kohut kernberg yalom frankl ellis hayes shapiro schwartz levine kolk ' +
    'foa resick herman briere prochaska rollnick marlatt barkley siegel perel zung conners vanderbilt rorschach wechsler stroop millon hare maslach epworth folstein montgomery asberg ' +
    'edinburgh columbia axline landreth bion lacan ferenczi balint fonagy masterson stern wampold lambert persons padesky barlow kabat zinn neff seligman kohlberg pavlov skinner ' +
    'bandura milgram hashimoto crohn crohns graves raynaud raynauds sjogren klinefelter marfan cushing addison meniere hodgkin broca brocas bonnet othello stockholm diogenes ekbom ' +
    'briquet kubler ross worden shear bonanno neimeyer brene brown socratic maslow rogerian jungian freudian bowenian adlerian kleinian adler perls moreno sullivan horney ' +
    'fromm bettelheim mahler anna harlow brazelton greenspan stanislavski brazelton gestalt likert cronbach bender raven leiter woodcock kaufman beery boston peabody narcissus oedipus ' +
    'electra icarus sisyphus cassandra pygmalion hawthorne dunning kruger stanford rosenhan zeigarnik pareto murphy occam hanlon maudsley yale duke nagoski masters johnson kinsey schnarch ' +
    'prader willi angelman williams rett turner down fragile lesch nyhan tay sachs wilson hoffman landau kleffner charcot babinski romberg glasgow braden norton morse wells wellens bell',
  drug:
    'sertraline zoloft fluoxetine prozac escitalopram lexapro citalopram celexa paroxetine paxil venlafaxine effexor desvenlafaxine pristiq duloxetine cymbalta bupropion wellbutrin ' +
    'mirtazapine remeron trazodone buspirone buspar hydroxyzine vistaril atarax propranolol prazosin clonidine guanfacine intuniv tenex lithium lithobid lamotrigine lamictal depakote ' +
    'valproate vpa carbamazepine tegretol oxcarbazepine trileptal topiramate topamax gabapentin neurontin pregabalin lyrica quetiapine seroquel olanzapine zyprexa risperidone risperdal ' +
    'aripiprazole abilify ziprasidone geodon lurasidone latuda cariprazine vraylar brexpiprazole rexulti lumateperone caplyta clozapine clozaril haloperidol haldol invega paliperidone ' +
    'sustenna trinza asenapine saphris iloperidone fanapt cobenfy perphenazine fluphenazine prolixin thorazine chlorpromazine alprazolam xanax clonazepam klonopin lorazepam ativan ' +
    'diazepam valium temazepam zolpidem ambien lunesta eszopiclone belsomra dayvigo melatonin adderall vyvanse concerta ritalin focalin methylphenidate dexedrine strattera atomoxetine ' +
    'qelbree modafinil provigil naltrexone vivitrol suboxone sublocade subutex buprenorphine bup methadone antabuse acamprosate campral disulfiram chantix varenicline esketamine ' +
    'spravato ketamine auvelity zurzuvae zulresso brexanolone aricept donepezil namenda memantine levothyroxine synthroid metformin ozempic wegovy semaglutide prednisone cogentin ' +
    'benztropine ingrezza austedo benadryl diphenhydramine doxepin nortriptyline pamelor amitriptyline elavil clomipramine anafranil imipramine luvox fluvoxamine nardil parnate emsam ' +
    'selegiline vortioxetine trintellix vilazodone viibryd tylenol ibuprofen advil aspirin lipitor lisinopril metoprolol accutane singulair plan depo nexplanon botox narcan naloxone ' +
    'fentanyl heroin oxy oxycodone percocet vicodin norco tramadol kratom meth cocaine coke crack weed thc cbd mdma molly lsd psilocybin shrooms ayahuasca ghb whippets vape juul etoh',
  spanish:
    'el la los las un una unos unas lo le les se me te nos os mi mis tu tus su sus de del al a ante con contra desde en entre hacia hasta para por según sin sobre tras y e o u ni que qué quien quién ' +
    'cual cuál cuando cuándo donde dónde como cómo porque pues si sí no nunca siempre ya aún todavía también tampoco muy más menos mucho mucha muchos poco poca algo nada alguien nadie todo toda todos ' +
    'todas otro otra otros otras este esta esto estos estas ese esa eso esos esas aquel aquella mismo misma cada tan tanto casi solo sólo aquí ahí allí allá hoy ayer mañana ahora antes después luego ' +
    'pronto tarde temprano es era fue fueron ser soy eres somos son está están estaba estoy estar hay había haber ha han he hace hacer hizo hacía tiene tienen tenía tengo tener tuvo va van voy iba ir ' +
    'dice dicen dijo decir decirle digo quiere quieren quiero quería puede pueden puedo podía poder sabe sé saber cree creo pide pidió llama llamó llamar viene vino venir vive viven vivía vivir trabaja ' +
    'trabajan trabajaba trabajo trabajar come duerme dormir llora lloró llorar grita habla hablan habló hablar siente siento sentir pega pegó bebe toma tomó tomar deja dejó dejar lleva llevó llegó pasa ' +
    'pasó murió muere nació salió sale corta muestra usa usan usar lee firma firmó necesita necesito busco busca recomiendan alguno alguna gracias perdón consulta duda pregunta caso sesión sesiones ' +
    'paciente pacientes cliente clientes clienta clientas madre padre mamá papá hijo hija hijos hijas esposo esposa marido mujer hombre niño niña niños niñas bebé beba hermano hermana abuelo abuela tío ' +
    'tía primo prima suegra suegro nuera yerno novio novia pareja familia amigo amiga vecino vecina jefe jefa escuela casa calle barrio pueblo ciudad iglesia hospital clínica trabajadora médico doctora ' +
    'terapia terapeuta psicóloga psicólogo psiquiatra medicina pastilla dolor miedo tristeza triste ansiedad depresión nervios ataque susto duelo pérdida violencia abuso maltrato riesgo suicidio plan ' +
    'noche día días semana semanas mes meses año años hora horas vez veces tiempo vida muerte cosa cosas parte grupo nombre edad fecha dirección teléfono motivo escala puntaje español inglés bien mal ' +
    'mejor peor bueno buena malo mala grande pequeño nuevo nueva solo sola juntos primera primero última último dios favor manera forma problema ayuda ojo tal cual',
  french:
    'le la les un une des du de au aux à dans sur sous chez avec sans pour par entre vers depuis pendant avant après contre et ou ni mais donc car que qui quoi dont où quand comment pourquoi si ne pas ' +
    'plus moins très trop peu beaucoup rien personne jamais toujours encore déjà aussi même seul seule je tu il elle on nous vous ils elles me te se lui leur moi toi soi eux mon ma mes ton ta tes son ' +
    'sa ses notre nos votre vos leurs ce cet cette ces ça cela est sont était étaient être suis es sommes a ont avait avoir ai as avons fait font faire faisait va vont aller allait dit disent dire ' +
    'disait veut veulent vouloir peut peuvent pouvoir doit devoir sait savoir vient viennent venir voit voir prend prendre met mettre parle parlent parler pleure pleurer dort dormir boit mange travaille ' +
    'travailler habite habitent vit vivent vivre appelle appelé demande demandé pense croit semble refuse arrête commence perdu perte mort morte décédé née né reçu vu venue venu quitté laisse bonjour ' +
    'bonsoir merci salut allô question cas séance séances patient patiente patients client cliente mère père maman papa fils fille enfant enfants bébé frère sœur soeur mari femme conjoint conjointe ' +
    'copain copine ami amie tante oncle cousin cousine grand-mère famille couple voisin voisine patron école maison rue ville village quartier église hôpital clinique travail médecin docteur psy ' +
    'psychologue psychiatre travailleuse sociale thérapie thérapeute médicament douleur peur tristesse triste anxiété angoisse dépression deuil violence abus risque suicide idées plan nuit jour jours ' +
    'semaine semaines mois an ans heure heures fois temps vie chose choses groupe nom prénom âge date adresse téléphone français anglais bien mal mieux pire bon bonne mauvais grand grande petit petite ' +
    'nouveau nouvelle premier première dernier dernière avis conseil conseils pistes aide hier demain aujourd maintenant souvent parfois toute tout tous toutes autre autres chaque quelqu quelque ' +
    'quelques qu c d j l m n s t y en hui',
} as const;
