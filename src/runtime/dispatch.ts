import { withScans } from '../deidentify/index.ts';
import { chooseLocale, hasWords } from '../i18n/locale.ts';
import { type Msg, say } from '../i18n/message.ts';
import type { Answer, Check, Core, Incoming } from '../ports/chat.ts';
import { type Read, StoreUnavailable, type Tx } from '../ports/store.ts';
import type { Identity, Linked } from '../ports/vault.ts';
import { denied } from '../storage/open-all.ts';
import { readingEach } from '../storage/reading-each.ts';
import { sealing } from '../storage/sealing.ts';
import type { Values, View } from '../view/view.ts';
import { commit } from './commit.ts';
import type { Context } from './context.ts';
import { type Decision, isEmpty, isRefusal, type Later, type Outcome, type Refusal, type Show } from './decision.ts';
import { accountOf, changeAccount, identified, readElsewhere } from './elsewhere.ts';
import { traceOf } from './error-trace.ts';
import { atFields, fieldErrors, fitting } from './field-errors.ts';
import { dropOldBytes, forgetJob, forgetPeople, postponed } from './forget.ts';
import { runHooks } from './hooks.ts';
import { deliveryOf } from './idempotency.ts';
import { legible } from './legible.ts';
import { inTime, present } from './look-up.ts';
import { withMissed } from './outbox/missed.ts';
import { platformOf } from './platform-of.ts';
import { createRates } from './rate-limit.ts';
import { refusal, trouble } from './refusals.ts';
import type { Command, Query, Route } from './route.ts';
import type { Runtime } from './runtime.ts';
import { startSweeping } from './scheduler.ts';

/** One event with what belongs to it: whose it is (null of somebody forgotten), and the outside as it uses it. */
interface Request {
  readonly incoming: Incoming;
  readonly me: Identity | null;
  /** Accounts that they linked, where they were asked for with the identity. */
  readonly linked?: readonly Linked[];
  readonly runtime: Runtime;
}

/** Takes one event through the runtime: route, parse, access, handler, transaction, answer. */
export function createDispatch(outside: Runtime): Pick<Core, 'handle' | 'lookAgain' | 'happened'> {
  const { store, vault, log, ids } = outside;
  /** Communities that have their clean-up job. */
  const sweeping = new Set<string>();
  const rates = createRates(outside.limits);

  return {
    async handle(incoming) {
      const route = outside.routes.get(incoming.command);
      const pace = route?.atOnce || rates.mayAsk(incoming.who, outside.clock.now());
      if (!pace) return { ...refused(refusal('tooFast')), locale: await localeFor(incoming) };
      const answer = await take(incoming, (one) => one.who !== 'timer' && one.who !== 'platform');
      const shown = route?.ack === 'private';
      return { ...(shown ? await missed(answer, incoming) : answer), locale: await localeFor(incoming) };
    },
    async lookAgain(incoming) {
      const answer = await take(incoming, (one) => one.kind === 'query');
      return { ...answer, locale: await localeFor(incoming) };
    },
    async happened(incoming) {
      await take(incoming, (route) => route.who === 'platform');
    },
  };

  /** What could not be sent waits on, rather than cost somebody their answer. */
  async function missed(answer: Answer, incoming: Incoming): Promise<Answer> {
    try {
      return await withMissed(answer, incoming, store);
    } catch (error) {
      log.warn('runtime.missed_kept', traceOf(error));
      return answer;
    }
  }

  /** Scans wait for no transaction, and no transaction waits for a scan. */
  function scanning<T>(work: () => Promise<T>): Promise<T> {
    return withScans(outside.scanner, work);
  }

  async function take(event: Incoming, may: (route: Route) => boolean): Promise<Answer> {
    const incoming = { ...event, input: legible(event.input) };
    const route = outside.routes.get(incoming.command);
    try {
      if (route === undefined || !may(route)) return refused(refusal('unknownCommand'));
      const me = await identified(outside, route, incoming);
      // A lexicon of the request's own: what was scanned with it is remembered as long as the request lasts.
      const request = { incoming, ...me, runtime: { ...outside, lexicon: { ...outside.lexicon, scansLater: true } } };
      return route.kind === 'query' ? await ask(route, request) : await run(route, request);
    } catch (error) {
      if (error instanceof StoreUnavailable) {
        outside.condition.writesStopped = true;
        log.error('store.writes_stopped');
        return refused(refusal('storeUnavailable'));
      }
      const token = ids.next().slice(0, 4);
      log.error('runtime.handler_failed', { token, command: route?.name ?? 'unknown', ...traceOf(error) });
      return { is: 'refused', view: trouble(token) };
    }
  }

  /** The person's own locale where there are words for it; only for others is their group looked up. */
  async function localeFor(incoming: Incoming): Promise<string> {
    if (hasWords(incoming.locale)) return chooseLocale(incoming.locale);
    try {
      return chooseLocale(
        incoming.locale,
        await store.read(incoming.scope, (read) => outside.groupLocale(incoming, read)),
      );
    } catch {
      return chooseLocale(incoming.locale);
    }
  }

  async function ask(route: Query, request: Request, note: Msg | null = null): Promise<Answer> {
    const { incoming, me, runtime } = request;
    const parsed = route.input.safeParse(present(incoming.input));
    if (!parsed.success) return refused(refusal('unknownCommand'));
    const checks = route.checks ? await lookInto(incoming) : [];
    const { elsewhere: work } = route;
    const linked = work === null ? [] : (request.linked ?? (await vault.identityWithLinks(accountOf(incoming))).linked);
    const elsewhere = work === null ? [] : await readElsewhere(outside, linked, (other) => work(other, parsed.data));
    const shown = () =>
      scanning(() =>
        store.read(incoming.scope, async (inner): Promise<View | Refusal | Later> => {
          const tx = sealing(me, inner, runtime.clock.now());
          const asked = await runtime.access(runtime, route, incoming, tx, me);
          return isRefusal(asked) ? asked : route.show(parsed.data, { ...asked, checks }, elsewhere);
        }),
      );
    const view = await inTime(shown);
    const query = { command: route.name, input: incoming.input };
    return { ...(isRefusal(view) ? refused(view) : { is: 'view', note, view }), query };
  }

  async function lookInto({ scope, channel }: Incoming): Promise<readonly Check[]> {
    try {
      return (await platformOf(outside.platforms, scope)?.check?.(scope, channel)) ?? [];
    } catch (error) {
      log.warn('runtime.check_failed', traceOf(error));
      return [];
    }
  }

  async function run(route: Command, request: Request): Promise<Answer> {
    const { incoming, me } = request;
    if (route.scans)
      await scanning(() =>
        decide(route, request, sealing(me, readingEach(store, incoming.scope), outside.clock.now())),
      );
    const done = await scanning(() => store.transact(incoming.scope, (inner) => settled(route, request, inner)));
    if ('refused' in done) return refused(done);
    if ('again' in done) return { is: 'again', note: done.note, form: done.again };
    if (!('then' in done)) return follow(done, request);
    if (!isEmpty(done)) sweeping.add(incoming.scope);
    if (done.posts) rates.posted(incoming.who, outside.clock.now());
    if (!isEmpty(done)) outside.condition.writesStopped = false;
    const note = await afterwards(done, incoming);
    const then = { ...done.then, note: note ?? done.then.note };
    return follow(then, done.forget === null ? request : { ...request, me: null });
  }

  /** Everything of a command that is one transaction. */
  async function settled(route: Command, request: Request, inner: Tx): Promise<Outcome | Show> {
    const { incoming, me, runtime } = request;
    const delivery = deliveryOf(me, incoming);
    const tx = sealing(me, inner, runtime.clock.now());
    const before = await delivery?.answered(inner);
    if (before) return before;
    const outcome = await decide(route, request, tx);
    if (!('then' in outcome)) return outcome;
    if (isEmpty(outcome)) return outcome;
    if (outcome.posts && !rates.mayPost(incoming.who, runtime.clock.now())) return refusal('tooManyPosts');
    // Of somebody who was forgotten while this was on its way nothing is written anew: nobody could erase it again.
    if (delivery === null && route.who !== 'platform' && outcome.changes.some((change) => 'put' in change))
      return refusal('gone');
    await commit(tx, outcome, runtime.clock.now(), runtime);
    if (!sweeping.has(incoming.scope)) await startSweeping(tx, runtime);
    await delivery?.remember(inner, outcome.then, runtime.clock.now());
    return outcome;
  }

  async function decide(route: Command, { incoming, me, runtime }: Request, read: Read): Promise<Outcome> {
    const asked = await runtime.access(runtime, route, incoming, read, me);
    if (isRefusal(asked)) return asked;
    const ctx: Context = {
      ...asked,
      ids,
      raise: (name, event) => runHooks(runtime.hooks, ctx, name, event),
      openAll: denied,
      digest: (text) => vault.digest(text),
    };
    if (incoming.part) {
      const values = { ...(await storedValues(route, incoming.input, ctx)), ...incoming.input };
      const whole = (await route.refill?.(values, {}, ctx)) ?? refusal('unknownCommand');
      return 'refused' in whole ? whole : { again: whole, note: say('form.pleaseCheck', { n: 2 }) };
    }
    const parsed = route.input.safeParse(present(incoming.input));
    const fits: object = parsed.success ? (parsed.data as object) : fitting(route.input, present(incoming.input));
    const problems = {
      ...(route.check === null ? {} : await route.check(fits, ctx)),
      ...(parsed.success ? {} : fieldErrors(parsed.error)),
    };
    if (parsed.success && Object.keys(problems).length === 0) return route.decide(parsed.data, ctx);
    if (route.refill === null) return refusal('unknownCommand');
    const { values, errors, onlyOffers } = atFields(incoming.input, problems);
    const form = await route.refill(values, errors, ctx);
    if ('refused' in form) return form;
    const n = Object.keys(errors).length;
    return { again: form, note: onlyOffers ? say('form.confirm') : say('form.pleaseCheck', { n }) };
  }

  /** What may only happen once the decision is durable. What is to be said of it, where that is known only then. */
  async function afterwards(decision: Decision, incoming: Incoming): Promise<Msg | null> {
    for (const change of decision.drafts) {
      if ('keep' in change) await outside.drafts.put(incoming.who, change.keep, change.value);
      else await outside.drafts.drop(incoming.who, change.forget);
    }
    let clean = true;
    if (decision.forget !== null) clean = await forgetNow(decision.forget, incoming.scope);
    else if (decision.compact !== false) clean = await dropOldBytes(outside);
    if (decision.account !== null) return changeAccount(outside, incoming, decision.account);
    return clean ? null : say('erasure.pending');
  }

  /** The decision stands, and its job finishes what fails here; the person reads that old files still wait. */
  async function forgetNow(person: string, scope: string): Promise<boolean> {
    try {
      await forgetPeople(outside, scope, [forgetJob(person, outside.clock.now())]);
      return true;
    } catch (error) {
      postponed(outside, error);
      return false;
    }
  }

  async function follow(then: Show, request: Request): Promise<Answer> {
    const route = outside.routes.get(then.show);
    if (route?.kind !== 'query') throw new Error('a decision must end in a query');
    const incoming = { ...request.incoming, command: then.show, input: then.with };
    return ask(route, { ...request, incoming }, then.note);
  }
}

const refused = (refusal: Refusal): Answer => ({ is: 'refused', view: refusal.refused });

/** What the fields of a form hold when it is opened with what is stored. */
async function storedValues(route: Command, input: Values, ctx: Context): Promise<Values> {
  const opened = route.opensWith === null ? null : await ctx.lookUp(route.opensWith, input);
  if (opened === null || 'refused' in opened || opened.is !== 'form') return {};
  return Object.fromEntries(opened.fields.map(({ name, value }) => [name, value]));
}
