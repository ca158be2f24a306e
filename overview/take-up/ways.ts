import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { mayWriteHere } from '../../stages/draft/index.ts'
import { nextAgenda } from '../../stages/meeting/index.ts'
import type { StatementResult } from '../../stages/opinion/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import { takeUpWords } from './messages/words.ts'

/** What this reader can do about a statement, each in one press. */
export type Ways = {
  /** Where she drafts a clause from it. */
  readonly clause: string | undefined
  /** Where she replies to it by name. */
  readonly reply: string | undefined
  /** The next meeting: where she puts it on the agenda, or null where it stands there already. */
  readonly agenda:
    | { readonly day: string; readonly put: { readonly action: string; readonly title: string } | null }
    | undefined
}

/** As many letters as the title of an item may have. */
const mostLetters = 200

/** Asked once for the page; then of each statement. Nothing for who may do nothing, and in a told case. */
export async function waysOn(
  visit: Visit,
  { id, slug, source }: Problem,
): Promise<(statement: StatementResult['statement']) => Ways> {
  if (source !== null || visit.jurisdiction.isTold)
    return () => ({ clause: undefined, reply: undefined, agenda: undefined })
  const { read, actor } = visit
  const [mayWrite, next] = await Promise.all([mayWriteHere(read, id, actor), nextAgenda(visit, id)])
  const mayReply = holds(actor, 'politician') && actor.person !== null
  return ({ id: statement, number, text }) => ({
    clause: mayWrite ? visit.to('draft.taking-up', { problem: slug, kind: 'statement', thing: statement }) : undefined,
    reply: mayReply ? replyAt(visit, slug, statement) : undefined,
    agenda: next?.mayAdd ? agendaOf(visit, slug, { next, number, text }) : undefined,
  })
}

function replyAt(visit: Visit, problem: string, statement: Id<'statement'>): string {
  const asked = new URLSearchParams({ kind: 'statement', id: statement })
  return `${visit.to('inquiry.replying', { problem })}?${asked.toString()}`
}

type OnAgenda = {
  readonly next: NonNullable<Awaited<ReturnType<typeof nextAgenda>>>
  readonly number: number
  readonly text: string
}

function agendaOf(visit: Visit, problem: string, { next, number, text }: OnAgenda): NonNullable<Ways['agenda']> {
  const day = next.startsAt === null ? '' : visit.time.day(next.startsAt)
  const title = shortened(takeUpWords.say(visit.lang)('act.agenda-title', { number, text }))
  // Its title may have been written in another language of the place.
  if (next.titles.some((one) => one.includes(shortened(text, mostLetters - 20)))) return { day, put: null }
  return { day, put: { action: visit.to('meeting.add-item', { problem, number: next.number }), title } }
}

function shortened(text: string, most = mostLetters): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
