import { wordSet } from './list.ts';

/** Public reference works and services that tell nothing about a client by themselves. What is searched there, and a page below a person's name, may. */
export const publicHosts = wordSet(
  'nih.gov ncbi.nlm.nih.gov pubmed.ncbi.nlm.nih.gov cdc.gov samhsa.gov nimh.nih.gov who.int apa.org psychiatry.org',
  'counseling.org socialworkers.org aamft.org nasw.org hhs.gov va.gov ptsd.va.gov fda.gov cms.gov medicare.gov',
  'medicaid.gov ecfr.gov law.cornell.edu nice.org.uk nhs.uk cochrane.org cochranelibrary.com 988lifeline.org',
  'suicidepreventionlifeline.org crisistextline.org thetrevorproject.org thehotline.org rainn.org psypact.org',
  'psypact.gov emdria.org uptodate.com doi.org clinicaltrials.gov nctsn.org afsp.org cssrs.columbia.edu ptsd.va.gov',
  'phqscreeners.com psychologytools.com therapistaid.com getselfhelp.co.uk cci.health.wa.gov.au mind.org.uk',
  'rethink.org samaritans.org moodjuice.scot.nhs.uk blackdoginstitute.org.au beyondblue.org.au headspace.org.au',
  'camh.ca mentalhealth.org.uk adaa.org chadd.org nami.org iocdf.org dbtselfhelp.com self-compassion.org',
  'actmindfully.com.au nctsn.org childmind.org nationaleatingdisorders.org mentalhealth.va.gov gov.uk',
  'legislation.gov.uk contextualscience.org beckinstitute.org nbcc.org aswb.org amhca.org isst-d.org istss.org',
  'naadac.org bacp.co.uk bps.org.uk psychology.org.au cpa.ca jamanetwork.com nejm.org thelancet.com bmj.com',
  'link.springer.com onlinelibrary.wiley.com tandfonline.com journals.sagepub.com sciencedirect.com frontiersin.org',
  'journals.plos.org psychiatryonline.org academic.oup.com cambridge.org',
);

/** Country endings that are English words: "in session.so i" is a slip of the finger, not an address. */
export const wordlikeEndings = wordSet(
  'so is it in me my no to at be am us as do id by la ma pa pm mr ms st sh tv ie gs sc ps cc ad ai re sr hr he she',
  'dr md mt va de ga al co',
);
