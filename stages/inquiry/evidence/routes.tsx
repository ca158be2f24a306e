import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import * as desk from './desk-commands.ts'
import * as form from './form.ts'
import { evidenceWords, type EvidenceKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { atOf, deskPage, nearOrders, orderPage } from './show.tsx'

export const evidenceRoutes: readonly Route[] = [
  route('inquiry.evidence', { allowed: anyone, records: 'nothing' }, (visit) => deskPage(visit)),

  route('inquiry.order', { allowed: rules.mayOrder, records: ['inquiry.evidence-ordered'] }, async (visit) => {
    const typed = readForm(visit, form.orderForm)
    if (!typed.ok) return deskPage(visit, { errors: typed.errors })
    const { within, another, ...words } = typed.value
    const near = another ? [] : await nearOrders(visit, words.question)
    if (near.length > 0) return deskPage(visit, { near })
    const ordered = await commands.orderEvidence(visit.database, visit.actor, {
      ...words,
      slug: visit.params.problem,
      within: Number(within),
      language: visit.lang,
      calendar: visit.jurisdiction,
    })
    if (!ordered.ok) return refusedWith(visit, ordered.refusal)
    const { number } = ordered.value
    return redirectSaying(visit.to('inquiry.ordered', { ...visit.params, number }), doneWith(visit, 'ordered'))
  }),

  route('inquiry.ordered', { allowed: anyone, records: 'nothing' }, (visit) => orderPage(visit)),

  route('inquiry.name-answerer', { allowed: rules.mayRunDesk, records: ['inquiry.answerer-named'] }, async (visit) => {
    const typed = readForm(visit, form.nameForm)
    if (!typed.ok) return orderPage(visit, { errors: typed.errors })
    const { who, side, agreed, ...words } = typed.value
    const account = who === 'outside' ? null : parseId('account', who)
    if (account === undefined) return orderPage(visit, { errors: [errorOn(visit, 'who', 'not-an-officer')] })
    const named = await desk.nameAnswerer(visit.database, visit.actor, {
      ...atOf(visit),
      ...words,
      account,
      side: side ?? 'other',
      hasAgreed: agreed,
      calendar: visit.jurisdiction,
    })
    if (named.ok) return back(visit, 'named')
    const at = {
      'not-an-officer': 'who',
      'day-has-passed': 'due',
      'say-why-later': 'laterWords',
      'outside-incomplete': 'name',
    } as const
    return onField(visit, named.refusal, at)
  }),

  route('inquiry.give', { allowed: rules.mayGive, records: ['inquiry.evidence-answered'] }, async (visit) => {
    const typed = readForm(visit, form.giveForm)
    const sent = await form.sentDocument(visit, rules.mayGive.allows(visit.actor))
    const again = async (errors: readonly FieldError[]): Promise<Reply> =>
      orderPage(visit, { errors, kept: await form.keepDocument(visit, sent.file) })
    if (!typed.ok || sent.errors.length > 0) return again([...(typed.ok ? [] : typed.errors), ...sent.errors])
    const { approved, ...words } = typed.value
    const given = await commands.giveEvidence(visit.database, visit.actor, {
      ...atOf(visit),
      ...words,
      language: visit.lang,
      hasApproved: approved,
      file: sent.file,
    })
    if (given.ok) return back(visit, 'given')
    if (given.refusal === 'must-have-approved') return again([errorOn(visit, 'approved', given.refusal)])
    return refusedWith(visit, given.refusal)
  }),

  route('inquiry.contest', { allowed: rules.mayContest, records: ['inquiry.evidence-contested'] }, async (visit) => {
    const typed = readForm(visit, form.contestForm)
    if (!typed.ok) return orderPage(visit, { errors: typed.errors })
    const said = { ...atOf(visit), ...typed.value, language: visit.lang }
    const contested = await commands.contestEvidence(visit.database, visit.actor, said)
    if (contested.ok) return back(visit, 'contested')
    return onField(visit, contested.refusal, { 'reason-needed': 'reason', 'source-needed': 'source' })
  }),

  route('inquiry.settle', { allowed: rules.mayContest, records: ['inquiry.objection-settled'] }, async (visit) => {
    const typed = readForm(visit, form.settleForm)
    if (!typed.ok) return orderPage(visit, { errors: typed.errors })
    const objection = Number(visit.params.objection)
    const settled = await commands.settleObjection(visit.database, visit.actor, {
      ...atOf(visit),
      ...typed.value,
      objection,
    })
    return settled.ok ? back(visit, 'settled') : refusedWith(visit, settled.refusal)
  }),

  route('inquiry.withdraw', { allowed: rules.mayWithdraw, records: ['inquiry.order-withdrawn'] }, async (visit) => {
    const typed = readForm(visit, form.withdrawForm)
    if (!typed.ok) return orderPage(visit, { errors: typed.errors })
    const reason = typed.value.withdrawReason
    const withdrawn = await desk.withdrawOrder(visit.database, visit.actor, { ...atOf(visit), reason })
    return withdrawn.ok
      ? back(visit, 'withdrawn')
      : onField(visit, withdrawn.refusal, { 'reason-needed': 'withdrawReason' })
  }),

  route('inquiry.merge', { allowed: rules.mayRunDesk, records: ['inquiry.orders-merged'] }, async (visit) => {
    const typed = readForm(visit, form.mergeForm)
    if (!typed.ok) return orderPage(visit, { errors: typed.errors })
    const { into, mergeReason: reason } = typed.value
    const merged = await desk.mergeOrders(visit.database, visit.actor, { ...atOf(visit), into, reason })
    if (merged.ok) return back(visit, 'merged')
    const at = {
      'reason-needed': 'mergeReason',
      'into-itself': 'into',
      'no-such-target': 'into',
      'target-does-not-stand': 'into',
    } as const
    return onField(visit, merged.refusal, at)
  }),

  route('inquiry.part', { allowed: rules.mayWithdraw, records: ['inquiry.orders-parted'] }, async (visit) => {
    const parted = await desk.partOrders(visit.database, visit.actor, atOf(visit))
    return parted.ok ? back(visit, 'parted') : refusedWith(visit, parted.refusal)
  }),
]

type RefusalKey = Extract<EvidenceKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never
type DoneKey = Extract<EvidenceKey, `done.${string}-next`> extends `done.${infer What}-next` ? What : never

function say(visit: Visit) {
  return evidenceWords.say(visit.lang)
}

function doneWith(visit: Visit, what: DoneKey) {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

function back(visit: Visit<'inquiry.ordered'>, what: DoneKey): Reply {
  return redirectSaying(visit.to('inquiry.ordered', visit.params), doneWith(visit, what))
}

function errorOn(visit: Visit, name: string, code: RefusalKey): FieldError {
  return { field: name, text: say(visit)(`refused.${code}`) }
}

function refusedWith(visit: Visit, code: RefusalKey): Reply {
  return refused(say(visit)(`refused.${code}`))
}

/** What a field can mend brings the page back with what was typed; everything else says what else to do. */
function onField(
  visit: Visit<'inquiry.ordered'>,
  code: RefusalKey,
  fieldOf: Readonly<Partial<Record<RefusalKey, string>>>,
): Promise<Reply> | Reply {
  const name = fieldOf[code]
  return name ? orderPage(visit, { errors: [errorOn(visit, name, code)] }) : refusedWith(visit, code)
}
