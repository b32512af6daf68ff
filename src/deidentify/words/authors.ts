import { fieldAuthors } from './field-authors.ts';
import { wordSet } from './list.ts';

/**
 * Authors of methods, theories and instruments, and the people whom conditions are named after. Such a name passes unless
 * the words around it say that it is a person of the case ("Ms. Klein", "pt Beck, 34").
 * Sources: tables of contents of general textbooks of psychotherapy, assessment and psychiatry; DSM-5-TR and ICD-10 headings;
 * the names of the instruments themselves.
 */
export const authors = wordSet(
  ...fieldAuthors,
  // psychotherapy and theory
  'beck becks beckian linehan ellis rogers rogerian bowen bowenian minuchin satir haley erickson ericksonian erikson freud freudian jung jungian adler adlerian klein kleinian bion winnicott winnicottian kohut ogden mahler lacan lacanian horney fromm fairbairn guntrip balint ferenczi rank kernberg masterson mcwilliams gabbard yalom kottler frankl perls gestalt moreno berne skinner skinnerian pavlov pavlovian watson bandura wolpe eysenck seligman maslow piaget piagetian vygotsky kohlberg gilligan bowlby ainsworth fonagy bateman siegel schore porges levine ogden vanderkolk kolk herman shapiro resick foa rothbaum chard cloitre ehlers cohen mannarino deblinger hembree barlow craske clark salkovskis padesky leahy persons burns meichenbaum lazarus hayes strosahl wilson harris luoma kabat-zinn kabat zinn segal teasdale williams neff germer gilbert schwartz johnson greenberg gottman gottmans gottman-rapoport rapoport perel hendrix imago snyder jacobson christensen epstein madanes selvini palazzoli whitaker boszormenyi-nagy nagy white epston deshazer shazer berg insoo miller rollnick prochaska diclemente norcross marlatt meyers rosengren amrhein moyers',
  'worden shear kubler kubler-ross neimeyer stroebe wolfelt doka klass bonanno terr bettelheim axline landreth gil oaklander schaefer greenspan wieder lovaas carr koegel prizant barkley brown webster-stratton webster stratton kazdin patterson forehand eyberg urquiza mcneil greene siegel bryson perry hughes dozier hoffman powell lieberman fraiberg winnicottian brazelton spock dutton painter walker bancroft stark joiner shneidman jobes stanley rudd bryan wenzel linehans orbach maltsberger kottler gutheil gabbard corey callanan welfel koocher keith-spiegel pope vasquez kitchener knapp vandecreek zur bernard goodyear stoltenberg delworth watkins falender shafranske proctor hawkins shohet tietze pigors cuijpers wampold lambert norcross hubble rosenzweig luborsky strupp binder malan davanloo sifneos fosha mccullough abbass klerman weissman markowitz swartz litz nash shay drescher tick krakow perlis carney spielman espie masters kaplan nagoski basson mccarthy zilbergeld bem witelson ehrensaft coleman fairburn wilfley lock legrange grange treasure agras safer courtois briere nijenhuis steele kluft putnam loewenstein spiegel bernstein janet charcot mesmer kraepelin bleuler schneider schneiderian jaspers',
  // cited by surname, each a rare one; the commoner ones are in cited-authors.ts
  'novaco imel dercum mansueto azrin huibers lilienfeld meares prause titov ncube ryle dabrowski cleckley beidel akiskal schatzberg nemeroff berrios parnas stanghellini zahavi mcgorry cornblatt priebe hogarty mezzich kirmayer nichter hallpike kalff lowenfeld agazarian zezulka thapar markon weiner epley krueger rachman arntz stolorow hulley tuckman bronfenbrenner zimbardo milgram schut karpman loganbill kadushin ladany inskipp wosket',
  'hoeksema lewinsohn dimidjian ramnero torneke biglan zettle ciarrochi kashdan westrup twohig woidneck rapee rodebaugh mattick gelder freeston borkovec leyfer steketee purdon radomsky kuipers garety turkington',
  'dimeff rizvi rathus comtois neacsiu gratz clarkin caligor bleiberg sroufe egeland zeanah zeannah scheeringa osofsky ippen lachmann tronick trevarthen emde',
  'bacal renik loewald shedler lingiardi crits milrod leichsenring rabung abend bollas grotstein laplanche pontalis kristeva irigaray zizek racker reichmann arieti pierrakos yontef zinker latner hycner',
  'bugental deurzen binswanger langle leszcz foulkes slavson maccoby macgowan malekoff kivlighan',
  'titelman papero banmen watzlawick weakland bateson cecchin tomm goolishian boszormenyi framo stierlin lidz falloon szapocznik henggeler borduin',
  'paivio tatkin fals schnarch leiblum kleinplatz brotto barbach tiefer',
  'yadin galovski schnurr brewin lanius frewen lanktree pynoos kliethermes blaustein kinniburgh brendtro maguen janoff bulman',
  'nickman boelen prigerson attig',
  'naar arkowitz velicer witkiewitz tatarsky khantzian volkow sobell budney najavits vaillant jellinek',
  'moustakas guerney homeyer kottman cattanach malchiodi jernberg kestly weinrib blatner kwiatkowska nordoff',
  'dupaul chronis tuscano solanto safren rostain ratey wilens sonuga barke',
  'schreibman gutstein happe volkmar schopler mesibov gillberg laugeson',
  'kigin dadds forgatch dishion stormshak hedtke chorpita ehrenreich',
  'shafran eisler tchanturia telch wonderlich mehler gaudiani bulik tribole',
  'vanorden klonsky ocionnor asarnow pirkis ahmedani',
  'overholser greenberger kuyken klosko lobbestael roediger rafaeli behary',
  'digiuseppe wubbolding dreikurs mosak manaster dusay gendlin mearns leijssen',
  'zeig lankton bandler yapko hilgard orne lipchik iveson mckergow',
  'ponterotto falicov tervalon degruy menakem braveheart roysircar',
  'mufson miklowitz thase zaretsky',
  'penberthy farchione fairholme cassiello meuret vervliet',
  'bootzin manber lichstein mednick buysse nadorff',
  'chodron thich santorelli goleman farb',
  'tirch kolts petrocchi',
  'bohart beutler safran muran orlinsky grencavage',
  'maslach schaufeli figley saakvitne skovholt',
  'dolgoff loewenberg',
  'grisso heilbrun bonta quinsey gottfredson bersoff',
  'leontiev inhelder neugarten havighurst loevinger elkind turiel dweck csikszentmihalyi deci festinger kahneman tversky cialdini gigerenzer tajfel allport cattell rothbart belsky caspi baumrind thorndike rescorla sapolsky selye folkman panksepp tulving baddeley craik ebbinghaus treisman thurstone',
  'maudsley camberwell socrates socratic aristotle plato kant nietzsche sartre camus kierkegaard buber heidegger husserl levinas foucault rilke rumi brene oprah dr.phil einstein darwin',
);

/** Instruments and conditions called after people. With the words that follow (scale, syndrome, disease) or alone. */
export const eponyms = wordSet(
  'hamilton montgomery asberg montgomery-asberg young zung beck conners vanderbilt achenbach wechsler woodcock kaufman stroop raven ravens bender goodenough kohs rorschach exner hare millon rey osterrieth wisconsin boston iowa barona luria nebraska halstead reitan trails stanford binet stanford-binet brown goodman bayley mullen vineland gilliam columbia edinburgh bernstein carlson cornell calgary liebowitz sheehan maudsley yale yale-brown barratt buss hopkins derogatis spielberger rosenberg zarit katz lawton barthel glasgow karnofsky epworth pittsburgh morisky drake mallory zanarini gunderson bush bush-francis abnormal simpson angus simpson-angus barnes addenbrookes addenbrooke folstein mattis blessed dyadic spanier marlowe crowne penn bristol',
  'asperger aspergers tourette tourettes munchausen munchausens alzheimer alzheimers parkinson parkinsons huntington huntingtons lewy pick picks wernicke wernickes korsakoff korsakoffs korsakov broca brocas capgras cotard fregoli ganser othello clerambault de clerambault delusion kleine levin kleine-levin kluver bucy kluver-bucy rett retts angelman prader willi prader-willi smith magenis smith-magenis lesch nyhan lesch-nyhan turner turners klinefelter klinefelters fragile williams down downs graves hashimoto hashimotos cushing cushings addison addisons wilson wilsons raynaud raynauds sjogren sjogrens crohn crohns hodgkin hodgkins ehlers danlos ehlers-danlos marfan marfans ebstein ebsteins wells wellens bell bells meniere menieres creutzfeldt jakob creutzfeldt-jakob friedreich gerstmann balint bálint sydenham sydenhams stevens johnson stevens-johnson kawasaki gehrig gehrigs lyme guillain barre guillain-barre landau kleffner lennox gastaut dravet rasmussen hallervorden wolff babinski romberg kernig brudzinski stockholm stendhal pollyanna pinocchio savant diogenes briquet briquets heller hellers kanner kanners tarasoff baker frye daubert jaffee olmstead',
  // neurology, general medicine, tests, statistics and law
  'kayser fleischer scylla charybdis hakim lasegue tinel susac behcet pyrrhic goodhart overton rashomon chvostek rovsing lhermitte uhthoff gowers trendelenburg rinne semont daroff valsalva heimlich dejerine roussy galant kegel kegels hegar',
  'moebius mobius treacher digeorge lemli sotos sturge hippel bourneville pompe morquio melas pelizaeus refsum menkes hartnup lafora unverricht lundborg ohtahara janz panayiotopoulos rolandic jacksonian todds aicardi goutieres mcdermid duchat patau klippel goldenhar crouzon apert hirschsprung hirschprung barretts zenker boerhaave billroth puestow',
  'lassa marburg pott borrelia chagas behcets wegeners takayasu churg schonlein reiters dupuytren dupuytrens peyronie peyronies pagets ledderhose sottas werdnig kugelberg duchennes morvan drager ekbom meige brueghel fahr marchiafava bignami geschwind',
  'addisonian cushingoid sheehans kallmann swyer rokitansky asherman bartholin skene nabothian',
  'rendu willebrand fanconi blackfan burkitt sezary waldenstrom ewings wilms kaposi marjolin mohs breslow ecog brugada eisenmenger fallot takotsubo prinzmetal broviac yankauer ambu trach',
  'dhat piblokto pibloktoq heidenhain morgellons havisham oedipus rapunzel',
  'ritvo vmi boder kinsbourne ishihara snellen jebsen fugl tinetti waterlow frenchay hayling buschke grober rivermead fristoe naglieri battelle reynell',
  'coopersmith kuder tellegen klopfer rapaport szondi koppitz machover lovibond covi rafaelsen bunney ghaemi fiszel opler fahn yahr',
  'cronbach bonferroni tukey scheffe kruskal levene kolmogorov smirnov bayesian markov gaussian bernoulli likert guttman berkson pygmalion zeigarnik ponzo lyer necker fechner premack',
  'mnaghten panetti lanterman marchman gillick bolam bolitho bournewood caldicott climbie',
  'pomodoro kanban',
);
