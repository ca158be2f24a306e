import { isSignedIn, isStaff } from '@folkmoot/basics/actor.ts'
import type { Child } from 'hono/jsx'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { textRulesOf } from '../../mandate/index.ts'
import type { Problem } from '../../problem/index.ts'
import { draftWords } from '../messages/words.ts'
import { write } from '../rules.ts'
import { draftState } from '../state.ts'
import { typedContent } from '../text/beginning.ts'
import type { StandingClause } from '../text/store.ts'
import { mergedWith } from './amended.ts'
import * as amending from './amendment-rules.ts'
import { amendmentsOf, amendmentVoices } from './amendment-store.ts'
import { marginWords } from './messages/words.ts'
import { Amendments, type ShownAmendment } from './pages/amendments.tsx'
import { Poll } from './pages/poll.tsx'
import { Remarks } from './pages/remarks.tsx'
import { answerPoll, shownOf } from './poll-rules.ts'
import { hasAnswered, pollRound } from './poll-store.ts'
import { remark } from './remark-rules.ts'
import { remarkByNumber, remarkCount, remarksOf, remarksOnPage } from './remark-store.ts'

type Asked = { readonly problem: Problem; readonly clause: StandingClause; readonly errors: readonly FieldError[] }

/** The margin of a clause: changes proposed in place, the straw poll, comments. */
export async function marginPart(visit: Visit, { problem, clause, errors }: Asked): Promise<Child> {
  // Nobody proposes, asks or comments in a text that was told.
  if (problem.source !== null && !(await hasGroup(visit, problem))) return null
  const { read, actor } = visit
  const [page, replyTo] = [numberIn(visit.query.get('remarks')) ?? 1, replyIn(visit)]
  const [amendments, remarks, count, replied, state, mandate, seats] = await Promise.all([
    amendmentsOf(read, clause.id),
    remarksOf(read, clause.id, page),
    remarkCount(read, clause.id),
    replyTo === null ? undefined : remarkByNumber(read, clause.id, replyTo),
    draftState(read, problem.id),
    textRulesOf(read, problem.id),
    seatsOf(read, problem.id),
  ])
  const typed = amendments.some(({ state: one }) => one === 'open') ? await typedContent(read, problem.id) : undefined
  const now = typed?.sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === clause.id)?.text
  const members = seats.map(({ account }) => account)
  const shown = await Promise.all(
    amendments.map(async (amendment): Promise<ShownAmendment> => {
      const proposedByChair = seats.some(({ account, isChair }) => isChair && account === amendment.proposedBy)
      return {
        amendment,
        now: now ?? null,
        merged: now === undefined || amendment.kind === 'add' ? null : mergedWith(now, amendment),
        mayDecide: amending.decideAmendment(state, mandate, { ...amendment, proposedByChair }, actor).ok,
        mayWithdraw: amending.withdrawAmendment(state, amendment, actor).ok,
        voices:
          mandate.deciders === 'majority' && amendment.state === 'open'
            ? { ...(await amendmentVoices(read, amendment.id, members)), needed: Math.floor(members.length / 2) + 1 }
            : null,
      }
    }),
  )
  const [authors, hidden, round] = await Promise.all([
    bylines(read, [
      ...amendments.flatMap(({ proposedBy, settledBy }) => [proposedBy, settledBy]),
      ...remarks.map(({ writtenBy }) => writtenBy),
    ]),
    hiddenAmong(read, [
      ...amendments.map(({ id }) => id),
      ...remarks.map(({ id }) => id),
      ...(replied ? [replied.id] : []),
    ]),
    pollRound(read, clause.id),
  ])
  const same = { base: clause.text, current: clause.text }
  const words = { reader: visit, say: marginWords.say(visit.lang), sayDraft: draftWords.say(visit.lang) }
  const at = { ...words, slug: problem.slug, clause, errors, typed: visit.form.typed, authors, hidden }
  const mayPropose = amending.proposeAmendment(state, mandate, { kind: 'drop', words: '', ...same }, actor).ok
  return (
    <>
      <Amendments {...at} {...{ mandate, mayPropose }} amendments={shown} />
      <Poll
        {...at}
        members={seats.length}
        shown={round?.drawn ? shownOf(round.drawn) : null}
        mayAnswer={answerPoll(state, same, actor).ok}
        hasAnswered={
          round !== undefined &&
          isSignedIn(actor) &&
          !isStaff(actor) &&
          (await hasAnswered(read, { clause: clause.id, round, account: actor.account }))
        }
      />
      <Remarks
        {...at}
        {...{ remarks, count, page }}
        lastPage={Math.max(1, Math.ceil(count / remarksOnPage))}
        mayRemark={remark(state, null, actor).ok}
        mayResolve={write(state, actor).ok}
        isForVisitor={!isSignedIn(actor) && state.isGroupConfirmed && !state.isFrozen}
        replied={replied && replied.head === replied.number ? replied : null}
      />
    </>
  )
}

async function hasGroup(visit: Visit, problem: Problem): Promise<boolean> {
  return (await draftState(visit.read, problem.id)).isGroupConfirmed
}

function replyIn(visit: Visit): number | null {
  return numberIn(visit.form.typed['replyTo']?.[0] ?? visit.query.get('reply'))
}

/** From 1; null for what we did not write. */
function numberIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}
