import { languageName, languageOf, languages } from '../../i18n/locale.ts';
import { plain, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { shownTime } from '../../runtime/typed-fields.ts';
import {
  body,
  form,
  option,
  peopleField,
  pickField,
  refilled,
  switchField,
  textField,
  typedOption,
} from '../../view/build.ts';
import type { Field, Form } from '../../view/view.ts';
import { features, type Group, groupDefaults, mostOwners, otherLanguages, ownsAfterwards, places } from './model.ts';

type Asker = Pick<Asked, 'me' | 'zone' | 'locale'>;

/**
 * Setup and settings: one screen, with what the platform knows of the person who sets up. An owner stays one and names the
 * others; somebody who only manages the server sees all owners.
 */
export function setupForm(group: Group | null, { me, zone, locale }: Asker): Form {
  const is = group ?? { ...groupDefaults, place: null, owners: [], zone: zone ?? 'UTC', locale };
  const among = ownsAfterwards(group, me);
  const quietTime = (time: string) => (is.quiet.from === is.quiet.to ? '' : shownTime(time, locale));
  return form({
    title: group ? say('settings.title') : say('setup.title'),
    intro:
      group === null ? [body(say('setup.intro'))] : group.ownerLeft && !among ? [body(say('successor.takeOver'))] : [],
    fields: [
      textField('zone', say('setup.zone'), { max: 64, suggest: 'zones' }, { required: true, value: is.zone }),
      ...languageField(is.locale),
      pickField(
        'features',
        say('setup.features'),
        features.map((f) => option(f, say('feature.name', { feature: f }))),
        { required: true, many: true, value: features.filter((f) => is.features.includes(f)).join(',') },
      ),
      textField(
        'quietFrom',
        say('setup.quietFrom'),
        { max: 20 },
        { value: quietTime(is.quiet.from), hint: say('setup.quiet.hint') },
      ),
      textField('quietTo', say('setup.quietTo'), { max: 20 }, { value: quietTime(is.quiet.to) }),
      switchField('weekends', say('setup.weekends'), { value: is.quiet.weekends ? 'yes' : 'no' }),
      textField('nudgeHours', say('setup.nudge'), { max: 3 }, { required: true, value: String(is.nudgeHours) }),
      pickField(
        'otherLanguages',
        say('setup.otherLanguages'),
        otherLanguages.map((may) => option(may, say('setup.otherLanguage', { may }))),
        { required: true, value: is.otherLanguages },
      ),
      pickField(
        'place',
        say('setup.place'),
        [
          option('varies', say('setup.place.varies')),
          ...places.map((place) => option(place, plain(`guide.place.${place}`))),
        ],
        { required: true, value: is.place ?? 'varies', hint: say('setup.place.hint') },
      ),
      peopleField('owners', say(among ? 'setup.owners' : 'status.owners'), among ? mostOwners - 1 : mostOwners, {
        value: group?.ownerLeft && !among ? me : is.owners.filter((o) => o !== me).join(','),
        hint: say('setup.owners.hint'),
        required: !among,
        others: among,
      }),
    ],
    submit: group ? say('setup.saveChanges') : say('setup.save'),
    do: 'setup.save',
    with: group ? { group: group.id } : {},
  });
}

/** The language of what is posted, asked where there is a choice. */
function languageField(locale: string): Field[] {
  const all = languages();
  if (all.length < 2) return [];
  const options = all.map((one) => typedOption(one, languageName(one)));
  return [pickField('locale', say('setup.language'), options, { required: true, value: languageOf(locale) })];
}

export const refilledSetup = (
  group: Group | null,
  asker: Asker,
  values: Readonly<Record<string, string>>,
  errors: Parameters<typeof refilled>[2],
): Form => refilled(setupForm(group, asker), values, errors);
