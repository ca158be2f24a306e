import { anyone, isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import { isNoun, parseId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  page,
  readForm,
  redirect,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import {
  hiddenThings,
  hide,
  houseRules,
  isOfficialAct,
  keep,
  mayModerate,
  moderationWords,
  openReports,
  report,
  restore,
} from '../../platform/moderation/index.ts'
import { cardsOf, type Card } from '../../platform/thread/index.ts'
import { opinionWaitingFor } from '../../stages/opinion/index.ts'
import { problemBySlug } from '../../stages/problem/index.ts'
import { nounWords } from '../nouns/words.ts'
import { pathIn } from '../paths.ts'
import { moderationPageWords } from './messages/words.ts'
import { ModerationPage } from './pages/moderation-page.tsx'
import { ThanksPage } from './pages/thanks-page.tsx'

const about = { kind: field.text({ most: 40 }), id: field.text({ most: 36 }) }
const reportForm = fields({ ...about, reason: field.text({ most: 1000 }) })
const hideForm = fields({
  ...about,
  act: field.choice(['hide', 'keep']),
  rule: field.optional(field.choice(houseRules)),
  reason: field.optionalText({ most: 1000 }),
})
const restoreForm = fields({ ...about, reason: field.optionalText({ most: 1000 }) })

export const moderationRoutes: readonly Route[] = [
  route('moderation', { allowed: anyone, records: 'nothing' }, (visit) => moderationPage(visit)),

  route('moderation.report', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, reportForm)
    const thing = form.ok ? thingOf(form.value) : undefined
    const card = thing && (await cardsOf(visit.read, [thing])).get(thing.id)
    if (!form.ok) return refused(form.errors.map((error) => error.text).join(' '))
    if (!thing || !card) return refused(say(visit)('refused.nothing-there'))
    const reported = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
      report(tx, { about: thing, reason: form.value.reason, by: visit.actor.account }),
    )
    return reported.ok
      ? thanksPage(visit, card)
      : refused(moderationWords.say(visit.lang)(`refused.${reported.refusal}`))
  }),

  route(
    'moderation.hide',
    { allowed: mayModerate, records: ['moderation.hidden', 'moderation.kept'] },
    async (visit) => {
      const form = readForm(visit, hideForm)
      const thing = form.ok ? thingOf(form.value) : undefined
      if (!form.ok) return moderationPage(visit, form.errors)
      if (!thing) return refused(say(visit)('refused.nothing-there'))
      const { act, rule, reason } = form.value
      // The kind comes with the form: it must be what the thing really is, or an official act could pass for a statement.
      if (!(await cardsOf(visit.read, [thing])).has(thing.id)) return refused(say(visit)('refused.nothing-there'))
      if (act === 'hide' && rule === null)
        return moderationPage(visit, [{ field: 'rule', text: visit.common('choose-one') }])
      const problem = await problemOf(visit, thing)
      const done = await visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) =>
        act === 'keep' || rule === null
          ? await keep(tx, visit.actor, { about: thing, reason, problem })
          : await hide(tx, visit.actor, { about: thing, rule, reason, problem }),
      )
      return done.ok
        ? redirect(visit.to('moderation'))
        : refused(moderationWords.say(visit.lang)(`refused.${done.refusal}`))
    },
  ),

  route('moderation.restore', { allowed: mayModerate, records: ['moderation.restored'] }, async (visit) => {
    const form = readForm(visit, restoreForm)
    const thing = form.ok ? thingOf(form.value) : undefined
    if (!form.ok || !thing) return refused(say(visit)('refused.nothing-there'))
    const problem = await problemOf(visit, thing)
    const done = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
      restore(tx, visit.actor, { about: thing, reason: form.value.reason, problem }),
    )
    return done.ok
      ? redirect(visit.to('moderation'))
      : refused(moderationWords.say(visit.lang)(`refused.${done.refusal}`))
  }),
]

async function moderationPage(visit: Visit<'moderation'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const isModerator = mayModerate.allows(visit.actor)
  const [hidden, reports, waiting] = await Promise.all([
    hiddenThings(visit.read),
    isModerator ? openReports(visit.read) : [],
    opinionWaitingFor(visit),
  ])
  const queues = waiting.map(({ title, act }) => ({ text: title, href: act.href }))
  const cards = await cardsOf(visit.read, [...hidden.map((one) => one.about), ...reports.map((one) => one.about)])
  const nouns = nounWords.say(visit.lang)
  return page({
    title: say(visit)('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ModerationPage
        say={say(visit)}
        common={visit.common}
        errors={errors}
        report={isSignedIn(visit.actor) ? visit.to('moderation.report') : null}
        refused={hidden.filter(({ neverShown }) => neverShown).length}
        queues={queues}
        actions={isModerator ? { hide: visit.to('moderation.hide'), restore: visit.to('moderation.restore') } : null}
        hidden={hidden.map((one) => ({
          kind: one.about.kind,
          id: one.about.id,
          title: say(visit)(one.neverShown ? 'refused-one' : 'hidden-one', {
            kind: nouns(one.about.kind),
            day: visit.time.day(one.at),
          }),
          reason: visit.common('hidden', {
            role: visit.common(`role.${one.role}`),
            day: visit.time.day(one.at),
            rule: visit.common(`rule.${one.rule}`),
            reason: one.reason,
          }),
          href: hrefOf(visit, cards.get(one.about.id)),
          isOwn:
            visit.actor.account !== null && (cards.get(one.about.id)?.writtenBy ?? []).includes(visit.actor.account),
        }))}
        reports={reports.map((one) => ({
          id: one.id,
          about: one.about,
          day: visit.time.day(one.at),
          reason: one.reason,
          title: cards.get(one.about.id)?.title ?? null,
          href: hrefOf(visit, cards.get(one.about.id)),
          isHideable: !isOfficialAct(one.about),
          isHidden: hidden.some((other) => other.about.id === one.about.id),
        }))}
      />
    ),
  })
}

function thanksPage(visit: Visit<'moderation.report'>, card: Card): Reply {
  const words = say(visit)
  return page({
    title: words('thanks.title'),
    body: (
      <ThanksPage
        say={words}
        back={
          card.visibility === 'public'
            ? { href: pathIn(visit, card.path), text: words('thanks.back', { title: card.title }) }
            : { href: visit.to('home'), text: words('thanks.home') }
        }
      />
    ),
  })
}

/** The case a thing belongs to, so that its record shows what was done. */
async function problemOf(visit: Visit<'moderation'>, thing: Thing): Promise<Id<'problem'> | null> {
  const card = (await cardsOf(visit.read, [thing])).get(thing.id)
  const slug = /^\/problems\/([^/]+)/.exec(card?.path ?? '')?.[1]
  return slug === undefined ? null : ((await problemBySlug(visit.read, slug))?.id ?? null)
}

function hrefOf(visit: Visit<'moderation'>, card: Card | undefined): string | null {
  return card?.visibility === 'public' ? pathIn(visit, card.path) : null
}

function thingOf({ kind, id }: { readonly kind: string; readonly id: string }): Thing | undefined {
  const parsed = isNoun(kind) ? parseId(kind, id) : undefined
  return isNoun(kind) && parsed ? { kind, id: parsed } : undefined
}

function say(visit: Visit<'moderation'>) {
  return moderationPageWords.say(visit.lang)
}
