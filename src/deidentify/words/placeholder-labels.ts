/**
 * Every label that a placeholder has or had: in drafts and posts those of earlier releases stand too, and are never taken away here.
 * A word in brackets that is none of them was typed: "[Tamsin]" is a name.
 */
export const placeholderLabels = [
  'Person|Client|Colleague|Family|Family member|Name|Relative|Friend|Partner',
  'Mother|Father|Sister|Brother|Daughter|Son|Wife|Husband',
  'Place|Town|Road|Address|Postal code|Post code',
  'Organization|Organisation|Employer|School|Clinic|Place of worship|Court or police',
  'Date|90 or older|Phone number|Email address|E-mail address|Link|IP address|Username|User name',
  'ID|Number|Account number|License plate|Licence plate|Serial number|Vehicle|File name|Detail left out',
].join('|');
