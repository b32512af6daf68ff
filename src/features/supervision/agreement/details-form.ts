import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { body, dateField, form, option, pickField, refilled, switchField, textField } from '../../../view/build.ts';
import type { Field, Form } from '../../../view/view.ts';
import { packOf } from '../packs.ts';
import { type Details, detailChoices, detailLimits } from './details-model.ts';
import { type Agreement, methods, type Role, roleIn } from './model.ts';

/** What the rules of an agreement ask for besides what every agreement has. */
interface Needs {
  readonly employer: boolean;
  readonly video: boolean;
  readonly contract: boolean;
  readonly licensed: boolean;
  readonly selfEmployed: boolean;
}

/** Read from the pack: its deadlines, gates, and the papers that it has people hand in. */
export function needsOf(a: Pick<Agreement, 'pack'>, ctx: Pick<Asked, 'packs'>): Needs {
  const pack = packOf(ctx, a.pack);
  const gate = (after: string) => pack?.rules.some((rule) => rule.kind === 'gate' && rule.after === after) ?? false;
  const has = (id: string) => pack?.deadlines.some((deadline) => deadline.id === id) ?? false;
  return {
    employer: has('oversight'),
    video: has('video'),
    contract: gate('contractApproved'),
    licensed: gate('license'),
    selfEmployed: pack?.documents.includes('tx-supervisor-file') ?? false,
  };
}

/** The form. One for growth asks for no license and nothing that a board wants. */
export function detailsForm(
  a: Agreement,
  ctx: Pick<Asked, 'packs' | 'me'>,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const counts = a.purpose !== 'growth';
  const role = roleIn(a, ctx.me) ?? 'supervisee';
  const blank = form({
    title: say('supervision.details.edit'),
    intro: [body(say('supervision.details.intro'))],
    fields: [
      pickField(
        'methods',
        say('supervision.details.methods'),
        methods.map((method) => option(method, say('supervision.method', { method }))),
        { many: true },
      ),
      ...(counts ? licenseFields() : []),
      pickField(
        'setting',
        say('supervision.details.setting'),
        detailChoices.setting.map((setting) => option(setting, say('supervision.setting', { setting }))),
      ),
      ...(counts ? boardFields(needsOf(a, ctx)) : []),
      ...textFields(role, counts),
    ],
    submit: say('supervision.details.save'),
    do: 'supervision.details.save',
    with: { group: a.group, agreement: a.id },
  });
  return refilled(blank, values, errors);
}

function licenseFields(): Field[] {
  const { credential, number } = detailLimits;
  return [
    pickField(
      'stage',
      say('supervision.details.stage'),
      detailChoices.stage.map((stage) => option(stage, say('supervision.stage', { stage }))),
    ),
    textField(
      'supervisorCredential',
      say('supervision.details.supervisorCredential'),
      { max: credential },
      { hint: say('supervision.details.supervisorCredential.hint') },
    ),
    textField('supervisorLicense', say('supervision.details.supervisorLicense'), { max: number }),
    dateField('supervisorExpires', say('supervision.details.supervisorExpires')),
    textField('superviseeLicense', say('supervision.details.superviseeLicense'), { max: number }),
    dateField('superviseeExpires', say('supervision.details.superviseeExpires')),
  ];
}

function boardFields(needs: Needs): Field[] {
  return [
    switchField('volunteer', say('supervision.details.volunteer')),
    ...(needs.employer ? [switchField('employer', say('supervision.details.employer'))] : []),
    ...(needs.selfEmployed ? [switchField('selfEmployed', say('supervision.details.selfEmployed'))] : []),
    ...(needs.video ? [dateField('video', say('supervision.details.video'))] : []),
    ...(needs.contract
      ? [dateField('contract', say('supervision.details.contract'), { hint: say('supervision.details.contract.hint') })]
      : []),
    ...(needs.licensed
      ? [dateField('licensed', say('supervision.details.licensed'), { hint: say('supervision.details.licensed.hint') })]
      : []),
  ];
}

function textFields(role: Role, counts: boolean): Field[] {
  const { emergency, fee, concerns } = detailLimits;
  return [
    textField(
      'emergency',
      say('supervision.details.emergency'),
      { lines: 2, max: emergency },
      { hint: say('supervision.details.emergency.hint') },
    ),
    textField('fee', say('supervision.details.fee'), { max: fee }),
    ...(role === 'supervisor' && counts
      ? [
          textField(
            'concerns',
            say('supervision.details.concerns'),
            { lines: 3, max: concerns },
            { hint: say('supervision.details.concerns.hint') },
          ),
        ]
      : []),
  ];
}

/** Details as the values of their form. */
export const detailValues = (a: Pick<Agreement, 'details' | 'methods'>): Record<string, string> => ({
  methods: a.methods.join(','),
  ...Object.fromEntries(
    Object.entries(a.details satisfies Details).flatMap(([name, value]) => {
      if (value === null) return [];
      return [[name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value]];
    }),
  ),
});
