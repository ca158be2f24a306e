import { isSignedIn, signedIn } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { clausePage } from '../text/clause-show.tsx'
import { amendmentKinds } from './amendment-rules.ts'
import { proposeAmendment, withdrawAmendment } from './amending.ts'
import { decideAmendment, type Decided } from './deciding.ts'
import { marginWords, type MarginKey } from './messages/words.ts'
import { pollChoices } from './poll-rules.ts'
import { answerPoll } from './polling.ts'
import { remarksPageText } from './remark-rules.ts'
import { pagesOfRemarks } from './remark-store.ts'
import { addRemark, resolveRemark } from './remarking.ts'

const amendForm = fields({
  kind: field.choice(amendmentKinds),
  base: field.text({ most: 4000 }),
  words: field.optionalText({ most: 2000 }),
  why: field.text({ most: 2000 }),
})
const decideForm = fields({
  decision: field.choice(['accept', 'decline']),
  reason: field.text({ most: 2000 }),
  final: field.optionalText({ most: 2000 }),
})
const pollForm = fields({ choice: field.choice(pollChoices), base: field.text({ most: 4000 }) })
const remarkForm = fields({
  remark: field.text({ most: 2000 }),
  replyTo: field.optional(field.number({ least: 1, most: 9_999_999 })),
})

type AtClause = Visit & { readonly params: { readonly problem: string; readonly clause: string } }

export const marginRoutes: readonly Route[] = [
  route('draft.amend', { allowed: signedIn, records: ['draft.amendment-proposed'] }, async (visit) => {
    const at = placeOf(visit)
    if (!at) return notFound()
    const form = readForm(visit, amendForm)
    if (!form.ok) return clausePage(visit, form.errors)
    const { why: reason, ...words } = form.value
    const proposed = await proposeAmendment(visit.database, visit.actor, {
      ...at,
      ...words,
      reason,
      language: visit.lang,
    })
    if (proposed.ok) return said(visit, `amendment-${proposed.value.number}`, 'amended')
    return ['changed-meanwhile', 'words-needed', 'nothing-changed'].includes(proposed.refusal)
      ? clausePage(visit, errorAt(visit, 'words', proposed.refusal))
      : refusedWith(visit, proposed.refusal)
  }),

  route(
    'draft.decide-amendment',
    {
      allowed: signedIn,
      records: [
        ...(['draft.amendment-accepted', 'draft.amendment-declined', 'draft.amendment-voiced'] as const),
        ...(['draft.version-saved', 'draft.recommendation-revised', 'draft.recommendation-withdrawn'] as const),
      ],
    },
    async (visit) => {
      const number = numberIn(visit.params.number)
      if (!placeOf(visit) || number === 0) return notFound()
      const form = readForm(visit, decideForm)
      if (!form.ok) return clausePage(visit, form.errors)
      const { decision: choice, reason, final } = form.value
      const decided = await decideAmendment(visit.database, visit.actor, {
        slug: visit.params.problem,
        number,
        choice,
        reason,
        final: visit.form.typed['final'] === undefined ? null : final,
      })
      if (decided.ok) return saidDecided(visit, decided.value)
      return decided.refusal === 'asked-for-words'
        ? clausePage(visit, errorAt(visit, 'final', decided.refusal))
        : refusedWith(visit, decided.refusal)
    },
  ),

  route('draft.withdraw-amendment', { allowed: signedIn, records: ['draft.amendment-withdrawn'] }, async (visit) => {
    const number = numberIn(visit.params.number)
    if (!placeOf(visit) || number === 0) return notFound()
    const withdrawn = await withdrawAmendment(visit.database, visit.actor, { slug: visit.params.problem, number })
    return withdrawn.ok ? said(visit, `amendment-${number}`, 'withdrawn') : refusedWith(visit, withdrawn.refusal)
  }),

  route('draft.answer-poll', { allowed: signedIn, records: ['draft.poll-answered'] }, async (visit) => {
    const at = placeOf(visit)
    if (!at) return notFound()
    const form = readForm(visit, pollForm)
    if (!form.ok) return clausePage(visit, form.errors)
    const answered = await answerPoll(visit.database, visit.actor, { ...at, ...form.value })
    return answered.ok ? said(visit, 'poll', 'polled') : refusedWith(visit, answered.refusal)
  }),

  route('draft.remark', { allowed: signedIn, records: ['draft.remarked'] }, async (visit) => {
    const at = placeOf(visit)
    if (!at || !isSignedIn(visit.actor)) return notFound()
    const form = readForm(visit, remarkForm)
    if (!form.ok) return clausePage(visit, form.errors)
    const { remark: text, replyTo } = form.value
    const input = { ...at, text, replyTo, language: visit.lang }
    const remarked = await addRemark(visit.database, visit.actor, input)
    return remarked.ok ? saidOf(visit, remarked.value, 'remarked') : refusedWith(visit, remarked.refusal)
  }),

  route('draft.resolve-remark', { allowed: signedIn, records: ['draft.remark-resolved'] }, async (visit) => {
    const [at, number] = [placeOf(visit), numberIn(visit.params.number)]
    if (!at || number === 0) return notFound()
    const resolved = await resolveRemark(visit.database, visit.actor, { ...at, number })
    return resolved.ok
      ? saidOf(visit, { id: resolved.value.id, number }, 'resolved')
      : refusedWith(visit, resolved.refusal)
  }),
]

function placeOf({ params }: AtClause) {
  const clause = parseId('clause', params.clause)
  return clause && { slug: params.problem, clause }
}

function numberIn(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

type Done = 'amended' | 'withdrawn' | 'polled' | 'remarked' | 'resolved' | 'declined' | 'voiced' | 'accepted-typed'

type Where = string | { readonly query: string; readonly place: string }

function said(visit: AtClause, where: Where, what: Done): Reply {
  const say = marginWords.say(visit.lang)
  const { query, place } = typeof where === 'string' ? { query: '', place: where } : where
  return redirectSaying(`${visit.to('draft.clause', visit.params)}${query}#${place}`, {
    text: say(`done.${what}`),
    next: say(`done.${what}-next`),
  })
}

type OfRemark = { readonly id: Id<'remark'>; readonly number: number }

/** To the page on which the comment stands. */
async function saidOf(visit: AtClause, { id, number }: OfRemark, what: Done): Promise<Reply> {
  const page = (await pagesOfRemarks(visit.read, [id])).get(id) ?? 1
  return said(visit, { query: remarksPageText(page), place: `remark-${number}` }, what)
}

/** A clause that was taken out has no page any more: one is led to the text. */
function saidDecided(visit: AtClause, decided: Decided): Reply {
  if (decided.state === 'open') return said(visit, 'amendments', 'voiced')
  if (decided.state === 'declined') return said(visit, 'amendments', 'declined')
  if (decided.version === null) return said(visit, 'amendments', 'accepted-typed')
  const say = marginWords.say(visit.lang)
  return redirectSaying(visit.to('draft.page', { problem: visit.params.problem }), {
    text: say('done.accepted', { version: decided.version }),
    next: say('done.accepted-next'),
  })
}

type RefusalCode = MarginKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

const aboutRights: readonly RefusalCode[] = [
  ...(['staff-never-amend', 'members-amend', 'consent-first', 'staff-never-decide', 'members-decide'] as const),
  ...(['only-chair', 'own-amendment', 'not-yours', 'members-poll', 'not-a-member'] as const),
]

function refusedWith(visit: Visit, code: RefusalCode): Reply {
  return refused(marginWords.say(visit.lang)(`refused.${code}`), aboutRights.includes(code) ? 403 : 409)
}

function errorAt(visit: Visit, name: string, code: RefusalCode): readonly FieldError[] {
  return [{ field: name, text: marginWords.say(visit.lang)(`refused.${code}`) }]
}
