import { wordSet } from './list.ts';

/** Parts of the calendar, which the date patterns own and a name detector must leave alone. */
export const calendarWords = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed weds thu thur thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer fall autumn winter christmas xmas easter thanksgiving halloween hanukkah chanukah passover ramadan eid diwali kwanzaa lent advent holiday holidays weekend new year years eve memorial labor veterans valentine valentines juneteenth mothers fathers lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
);
