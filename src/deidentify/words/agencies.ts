import { wordSet } from './list.ts';

/**
 * Public bodies, payers, professional associations, laws and school terms by short name, in the USA, Canada, the UK, Ireland,
 * Australia and New Zealand. Whoever belongs to one is one of very many. Written down from general knowledge; each body
 * names itself so on its own pages.
 */
export const agencies = wordSet(
  'nhs nhse icb icbs ccg ccgs iapt camhs amhs cmht crhtt eip senco sencos ehcp ehcps amhp amhps imca imha mca dwp hmrc cqc ofsted hcpc bacp ukcp bps babcp nmc gmc cafcass mappa marac idva isva iapts tusla coru hse ipcc iacp sssc hiqa rqia psni gardai pss psnie samaritans childline nspcc talktofrank citizensadvice gofal hafal samh',
  'ndis ahpra aaasw aasw apsoc pacfa dva centrelink beyondblue kidshelpline orygen blackdog mbs pbs ahmac dcj facs dhhs dffh wwcc afp vcat acat tafe hecs naplan vce hsc whanau whaiora kaumatua pakeha tamariki rangatahi kuia iwi hapu mokopuna kaupapa acc winz hdc kainga whatu tewhatuora dhb dhbs',
  'ohip ramq msp ahcip camh cmha cpo crpo ocswssw oacas ccac lhin wsib odsp aish rcmp spvm clsc ciusss cisss dpj opq tcps phipa pipeda foippa mcfd kidshelp kuu nihb fnihb isc',
  'dmh dbh dbhdd dcyf ocfs omh oasas opwdd hra dshs hca odh ohmas odmhsas hhsc tdcj cdcr hias eoir niaaa hrsa oig eeoc fema usda wic tanf abawd ccdf liheap acf opm triwest vaccn champva vso ncai oyate',
  'asppb counselingcompact tbhec bhec dopl bacb ncsc asca icrc isst aabt acbs iaedp aed adaa dbsa afsp sprc nctsn nceed aasect sstar wpath glma outcare pflag glsen ncadv ndvh childhelp nsvrc smartrecovery wfs crystalmeth pesi psychotherapynet relias udemy coursera psychwire adaptiv zurinstitute',
  'ubh umr geha elevance bcbst premera regence highmark carefirst excellus healthfirst metroplus wellpoint amerigroup amerihealth caresource cenpatico envolve mhn ucare healthpartners preferredone selecthealth pacificsource moda careoregon wellsense masshealth medi calaim calvcb calworks calfresh cahps tenncare arkids soonercare ahcccs peachcare badgercare mainecare ohp qmap vivida compsych modivcare lucet aflac unum metlife bupa wpa simplyhealth medibank hcf ahm manulife sunlife greenshield telus workhealthlife',
  'clearinghouse gdpr ccpa mhpaea nsa gfe gfes emtala asfa capta adoptionssafe fape lre mtss rti pbis ieps esy psat jpe msat gcse gcses alevel alevels btec hiset sorority fraternity panhellenic homecoming valedictorian salutatorian sophomore freshman headteacher matric matriculation undergrad undergrads postgrad postgrads montessori reggio',
);
