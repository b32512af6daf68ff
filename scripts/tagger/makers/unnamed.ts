import { type Chance, pick, weighted } from '../random.ts';

const words = (list: string): readonly string[] => list.split(' ').map((word) => word.replaceAll('_', ' '));

/** Quantifiers and pronouns. */
const some = words(
  'Everyone Everybody Nobody Someone Somebody Most Many Several Few Some Others Another Neither Both None Half Plenty Two Three Each_of_them All_of_us Most_of_them One_of_us Some_of_them Whoever Those They We People Folks Most_people Some_people Two_others A_few The_others Nobody_here Almost_everyone Hardly_anyone',
);

/** People by what they are, as many of them as one likes. */
const roles = words(
  'Parents Colleagues Clients Patients Nurses Teachers Therapists Interns Residents Trainees Caseworkers Counselors Prescribers Psychiatrists Judges Attorneys Lawyers Insurers Reviewers Auditors Schools Hospitals Agencies Clinics Employers Neighbors Siblings Adults Teens Toddlers Children Boys Girls Men Women Couples Families Spouses Stepparents Grandparents Roommates Coworkers Volunteers Students Veterans Farmers Drivers Guards Officers Deputies Paramedics Firefighters Pastors Elders Interpreters Sponsors Mentors Coaches Instructors Professors Deans Editors Vendors Carers Aides Doctors Surgeons Dentists Pediatricians Geriatricians Oncologists Pharmacists Admins Receptionists Schedulers Supervisees Associates Directors Owners Members Facilitators Hosts Older_clients Younger_therapists Foster_parents Adoptive_parents School_counselors Group_members Night_nurses Other_parents New_hires',
);

/** Offices and bodies without an article, as people speak of them at work. */
const offices = words(
  'Staff Management Leadership Reception Billing Admin Intake Admissions Discharge Security Housing Payroll Scheduling Compliance Risk Legal Nursing Pharmacy Probation Parole Dispatch Triage Faculty Administration HR IT Front_desk Night_shift Day_program Group Family School Work Court Church Insurance Corporate Human_resources Medical_records Utilization_review',
);

/** A subject that names nobody, with a capital because it begins a sentence. */
export const unnamed = (random: Chance): string =>
  weighted(random, [
    [3, () => pick(random, some)],
    [5, () => pick(random, roles)],
    [3, () => pick(random, offices)],
  ]);
