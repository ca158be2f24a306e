import { holds, holdsIn, isStaff } from '@folkmoot/basics/actor.ts'
import { bodies } from '../../../platform/directory/index.ts'
import { recordsVotesOf } from '../../../platform/directory/votes/rules.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { JourneyPart, Owed, OwedAsked, Waiting } from '../../../platform/thread/index.ts'
import { questionsAt, versionKey } from '../framing-store.ts'
import { problemNames, type Problem } from '../store.ts'
import { supportWords } from '../supports/messages/words.ts'
import { tallyOf } from '../supports/store.ts'
import { confirmAnswer } from './rules.ts'
import { answersOf, waitingRecords } from './store.ts'
import { answeredDebts, openDebts, owedLines } from './lists.ts'
import { answerWords } from './messages/words.ts'
import { owedOf, questionOwed } from './owing.ts'
import { nextRung } from './rungs.ts'
import { wayNow } from './way-rules.ts'
import { agendaOf } from '../agenda/store.ts'

/** Answers that bodies owe to problems, open and given: what is late is public (R7). */
export async function problemOwed(visit: Visit, asked: OwedAsked): Promise<readonly Owed[]> {
  const { read } = visit
  const say = answerWords.say(visit.lang)
  const [lists, all] = await Promise.all([
    'problems' in asked
      ? Promise.all(asked.problems.map((one) => owedOf(read, one)))
      : Promise.all([openDebts(read, { limit: asked.open }), answeredDebts(read, asked.given)]),
    bodies(read),
  ])
  const debts = lists.flat()
  const [problems, questions] = await Promise.all([
    problemNames(
      read,
      debts.map(({ problem }) => problem),
    ),
    questionsAt(read, debts),
  ])
  return debts.flatMap((debt) => {
    const problem = problems.get(debt.problem)
    if (!problem) return []
    return [
      {
        problem: debt.problem,
        question: questions.get(versionKey(debt)) ?? '',
        due: debt.dueAt,
        title: say('slot.owed', { count: debt.supports }),
        href: `${visit.to('problem.page', { problem: problem.slug })}#owed-${debt.number}`,
        owner: all.find(({ id }) => id === debt.body)?.name ?? '',
        body: debt.body,
        isDone: debt.answeredAt !== null,
        doneAt: debt.answeredAt,
      },
    ]
  })
}

/** On a desk and a bench: answers to write down, and records a chair has to confirm. */
export async function answersWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (visit.jurisdiction.isTold || !holds(actor, 'clerk', 'politician', 'body-chair')) return []
  const say = answerWords.say(visit.lang)
  const lines = (await owedLines(read)).filter(({ debt }) => recordsVotesOf(debt.body, actor))
  const records = await waitingRecords(
    read,
    lines.map(({ debt }) => debt.problem),
  )
  return lines.flatMap(({ debt, slug, question }) => {
    const record = records.find((one) => one.problem === debt.problem && one.number === debt.number)
    const href = `${visit.to('problem.page', { problem: slug })}#owed-${debt.number}`
    const base = { due: debt.dueAt, detail: question }
    if (!record) {
      const act = {
        text: say('slot.record-act'),
        href: visit.to('problem.answering', { problem: slug, number: debt.number }),
      }
      return isStaff(actor) || holdsIn(actor, debt.body, 'body-chair')
        ? [{ ...base, title: say('slot.record', { count: debt.supports }), act }]
        : [
            {
              ...base,
              title: say('slot.record', { count: debt.supports }),
              act: { text: say('slot.member-act'), href },
            },
          ]
    }
    const confirms = confirmAnswer({ body: debt.body, isAnswered: false, draftedBy: record.draftedBy }, actor).ok
    return confirms ? [{ ...base, title: say('slot.confirm'), act: { text: say('slot.confirm-act'), href } }] : []
  })
}

/** What the journey and the cards say of the way to the body. */
export async function problemAgendaPart(
  visit: Visit,
  problem: Problem,
): Promise<Pick<JourneyPart, 'figure' | 'sentences' | 'act'>> {
  const { read, now, actor } = visit
  const none = { figure: '', sentences: [], act: undefined }
  if (problem.source !== null) return none
  const [agenda, debts, tally, all] = await Promise.all([
    agendaOf(read, problem.id),
    owedOf(read, problem.id),
    tallyOf(read, problem.id),
    bodies(read),
  ])
  const rung = nextRung({ agenda, debts })
  if (!agenda || !rung) return none
  const outcome = agenda.settledAt === null ? undefined : (await answersOf(read, problem.id)).find(inForce)?.outcome
  const state = wayNow(agenda, { debts, outcome, now, isMerged: problem.mergedInto !== null })
  const [say, saySupport] = [answerWords.say(visit.lang), supportWords.say(visit.lang)]
  const open = debts.find(({ answeredAt }) => answeredAt === null)
  const body = all.find(({ id }) => id === (open?.body ?? agenda.rule.body))?.name ?? ''
  if (open) {
    const due = { body, left: visit.time.left(open.dueAt), date: visit.time.deadline(open.dueAt) }
    const question = await questionOwed(read, open)
    const asked = question === problem.question ? [] : [say('owed.asked', { question })]
    return { ...none, sentences: [say(state === 'late' ? 'journey.late' : 'journey.owed', due), ...asked] }
  }
  if (state !== 'collecting')
    return state === 'closed' || state === 'none' || state === 'mandate'
      ? none
      : { ...none, sentences: [say(`state.${state}`)] }
  const counted = saySupport('count', { count: tally.total, goal: rung.threshold })
  const isAsked = !isStaff(actor) && !holds(actor, 'politician', 'organisation')
  const href = `${visit.to('problem.page', { problem: problem.slug })}#supports`
  return {
    figure: say('journey.figure', { count: tally.total }),
    sentences: [say('journey.collecting', { counted, body })],
    act: isAsked ? { text: saySupport('support'), href, effort: counted } : undefined,
  }
}

function inForce({ confirmedAt }: { readonly confirmedAt: Temporal.Instant | null }): boolean {
  return confirmedAt !== null
}
