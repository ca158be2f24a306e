import { anyone, signedIn } from '@folkmoot/basics/actor.ts'
import { isNoun, parseId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { Result } from '@folkmoot/basics/result.ts'
import {
  field,
  fields,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import {
  hide,
  houseRules,
  keep,
  mayModerate,
  moderationWords,
  nameRule,
  remove,
  report,
  restore,
  undoBatch,
  type ModerationKey,
  type RemoveRefusal,
  type RestoreRefusal,
} from '../../platform/moderation/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import { problemBySlug } from '../../stages/problem/index.ts'
import { judgeMany } from './judge-many.ts'
import { cardOf, figuresPage, moderationPage, say, thanksPage } from './show.tsx'

const about = { kind: field.text({ most: 40 }), id: field.text({ most: 36 }) }
const reportForm = fields({ ...about, reason: field.text({ most: 1000 }) })
const ruleForm = fields({ report: field.text({ most: 36 }), rule: field.choice(houseRules) })
const judging = {
  rule: field.optional(field.choice(houseRules)),
  reason: field.optionalText({ most: 1000 }),
}
const hideForm = fields({ ...about, ...judging, act: field.choice(['hide', 'hide-for-now', 'keep']) })
const manyForm = fields({ ...judging, act: field.choice(['hide', 'keep']) })
const lookForm = fields({ ...about, reason: field.optionalText({ most: 1000 }) })
const undoForm = fields({ batch: field.number({ least: 1, most: 1_000_000_000 }) })

export const moderationRoutes: readonly Route[] = [
  route('moderation', { allowed: anyone, records: 'nothing' }, (visit) => moderationPage(visit)),
  route('moderation.figures', { allowed: anyone, records: 'nothing' }, (visit) => figuresPage(visit)),

  route('moderation.report', { allowed: signedIn, records: ['moderation.appealed'] }, async (visit) => {
    const form = readForm(visit, reportForm)
    const thing = form.ok ? thingOf(form.value) : undefined
    const card = thing && (await cardOf(visit, thing))
    if (!form.ok) return refused(form.errors.map((error) => error.text).join(' '))
    if (!thing || !card) return refused(say(visit)('refused.nothing-there'))
    const reported = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
      report(tx, { about: thing, reason: form.value.reason, by: visit.actor.account }),
    )
    return reported.ok ? thanksPage(visit, card, reported.value) : refusedWith(visit, reported.refusal)
  }),

  route('moderation.name-rule', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, ruleForm)
    const id = form.ok ? parseId('report', form.value.report) : undefined
    const { account: by } = visit.actor
    if (!form.ok) return refused(form.errors.map((error) => error.text).join(' '))
    if (!id || by === null) return refusedWith(visit, 'not-reported')
    const { rule } = form.value
    const named = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
      nameRule(tx, { report: id, by, rule }),
    )
    if (!named.ok) return refusedWith(visit, named.refusal)
    return redirectSaying(visit.to('moderation'), { text: say(visit)('thanks.rule-done') })
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
      if (act !== 'keep' && rule === null)
        return moderationPage(visit, [{ field: 'rule', text: visit.common('choose-one') }])
      const problem = await problemOf(visit, thing)
      const done = await visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) =>
        act === 'keep' || rule === null
          ? await keep(tx, visit.actor, { about: thing, reason, problem })
          : await hide(tx, visit.actor, {
              about: thing,
              rule,
              reason,
              problem,
              isProvisional: act === 'hide-for-now',
            }),
      )
      return done.ok ? redirect(visit.to('moderation')) : refusedWith(visit, done.refusal)
    },
  ),

  route(
    'moderation.judge-many',
    { allowed: mayModerate, records: ['moderation.hidden', 'moderation.kept'] },
    async (visit) => {
      const form = readForm(visit, manyForm)
      if (!form.ok) return moderationPage(visit, form.errors)
      const { act, rule, reason } = form.value
      const chosen = (visit.form.typed['chosen'] ?? []).flatMap((one) => {
        const [kind = '', id = ''] = one.split(' ')
        return thingOf({ kind, id }) ?? []
      })
      if (act === 'hide' && rule === null)
        return moderationPage(visit, [{ field: 'rule', text: visit.common('choose-one') }])
      const things = await Promise.all(
        chosen.map(async (thing) => ({ about: thing, problem: await problemOf(visit, thing) })),
      )
      const done = await judgeMany(visit.database, visit.actor, { things, act, rule, reason })
      if (!done.ok) return refusedWith(visit, done.refusal)
      return redirectSaying(visit.to('moderation'), { text: say(visit)('many-done', { things: done.value }) })
    },
  ),

  route(
    'moderation.undo',
    { allowed: mayModerate, records: ['moderation.taken-back', 'moderation.undone'] },
    async (visit) => {
      const form = readForm(visit, undoForm)
      if (!form.ok) return refusedWith(visit, 'no-such-batch')
      const undone = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
        undoBatch(tx, visit.actor, form.value.batch),
      )
      if (!undone.ok) return refusedWith(visit, undone.refusal)
      return redirectSaying(visit.to('moderation'), { text: say(visit)('undo-done') })
    },
  ),

  route('moderation.remove', { allowed: mayModerate, records: ['moderation.removed'] }, (visit) => look(visit, remove)),
  route('moderation.restore', { allowed: mayModerate, records: ['moderation.restored'] }, (visit) =>
    look(visit, restore),
  ),
]

/** What is done to one hidden thing, for a reason. */
async function look(visit: Visit<'moderation'>, act: typeof remove | typeof restore): Promise<Reply> {
  const form = readForm(visit, lookForm)
  const thing = form.ok ? thingOf(form.value) : undefined
  if (!form.ok || !thing) return refused(say(visit)('refused.nothing-there'))
  const problem = await problemOf(visit, thing)
  const done = await visit.database.transact(
    visit.jurisdiction.id,
    visit.actor,
    (tx): Promise<Result<null, RemoveRefusal | RestoreRefusal>> =>
      act(tx, visit.actor, { about: thing, reason: form.value.reason, problem }),
  )
  return done.ok ? redirect(visit.to('moderation')) : refusedWith(visit, done.refusal)
}

type Refusal = ModerationKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Visit<'moderation'>, refusal: Refusal): Reply {
  return refused(moderationWords.say(visit.lang)(`refused.${refusal}`), refusal === 'second-person' ? 403 : 409)
}

/** The case a thing belongs to, so that its record shows what was done. */
async function problemOf(visit: Visit<'moderation'>, thing: Thing): Promise<Id<'problem'> | null> {
  const card = (await cardsOf(visit.read, [thing])).get(thing.id)
  const slug = /^\/problems\/([^/]+)/.exec(card?.path ?? '')?.[1]
  return slug === undefined ? null : ((await problemBySlug(visit.read, slug))?.id ?? null)
}

function thingOf({ kind, id }: { readonly kind: string; readonly id: string }): Thing | undefined {
  const parsed = isNoun(kind) ? parseId(kind, id) : undefined
  return isNoun(kind) && parsed ? { kind, id: parsed } : undefined
}
