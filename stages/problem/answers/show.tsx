import {
  allJurisdictions,
  bodies,
  decidingBodies,
  membersOf,
  politiciansById,
  todayIn,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import { voteComplaint } from '../../../platform/directory/votes/form.ts'
import { recordsVotesOf } from '../../../platform/directory/votes/rules.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { agendaWords } from '../agenda/messages/words.ts'
import { maySetRule } from '../agenda/rules.ts'
import { agendaOf, ruleVersions } from '../agenda/store.ts'
import { problemCrumbs } from '../crumbs.ts'
import { placesToAsk } from '../handovers/rules.ts'
import { problemBySlug } from '../store.ts'
import { supportWords } from '../supports/messages/words.ts'
import { stateOf } from './commands.ts'
import { afterDebtOf, afterDebtText, answeredLines, collectingLines, owedLines } from './lists.ts'
import { answerWords } from './messages/words.ts'
import { oddsOf } from './odds.ts'
import { owedOf, questionOwed } from './owing.ts'
import { AgendaPage } from './pages/agenda-page.tsx'
import { AnswerPage } from './pages/answer-page.tsx'
import { outcomesFor } from './rules.ts'

export function say(visit: Pick<Visit, 'lang'>) {
  return answerWords.say(visit.lang)
}

const most = { owed: 40, collecting: 30, answered: 30 } as const

export async function agendaPage(visit: Visit): Promise<Reply> {
  const { read, now } = visit
  const after = afterDebtOf(visit.query.get('after'))
  const [versions, all, lines, collecting, answered, odds] = await Promise.all([
    ruleVersions(read),
    bodies(read),
    // One more than is shown: whether there are more.
    owedLines(read, { limit: most.owed + 1, after }),
    after === null ? collectingLines(read, now, most.collecting) : [],
    after === null ? answeredLines(read, most.answered) : [],
    oddsOf(read, now),
  ])
  const owed = lines.slice(0, most.owed)
  const last = owed.at(-1)
  return page({
    title: say(visit)('list.title'),
    body: (
      <AgendaPage
        reader={visit}
        say={say(visit)}
        sayRule={agendaWords.say(visit.lang)}
        saySupport={supportWords.say(visit.lang)}
        bodies={all}
        maySet={maySetRule.allows(visit.actor)}
        isFirst={after === null}
        more={last && lines.length > most.owed ? afterDebtText(last.debt) : null}
        {...{ now, versions, owed, collecting, answered, odds }}
      />
    ),
  })
}

/** Other places that a problem can be handed to as theirs. */
export async function placesToRefer({ database, jurisdiction }: Visit): Promise<readonly Jurisdiction[]> {
  return placesToAsk(await allJurisdictions(database), jurisdiction, 'whole').map(({ place }) => place)
}

/** The form for the record of the body's answer; for whoever may not write it, a sentence. */
export async function answerPage(
  visit: Visit<'problem.answering'> | Visit<'problem.draft-answer'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const { read, actor, now } = visit
  const problem = await problemBySlug(read, visit.params.problem)
  if (!problem) return notFound()
  const [agenda, debts, all] = await Promise.all([agendaOf(read, problem.id), owedOf(read, problem.id), bodies(read)])
  const debt = debts.find(({ number }) => number === Number(visit.params.number))
  if (!agenda || !debt) return notFound()
  const state = stateOf({ debt, agenda })
  if (!recordsVotesOf(debt.body, actor)) return refused(voteComplaint(visit.lang, 'not-yours-to-record').text, 403)
  if (state.isAnswered) return refused(say(visit)('refused.answered-already'))
  const members = await membersOf(read, debt.body, todayIn(visit.jurisdiction, now))
  const body = all.find(({ id }) => id === debt.body)?.name ?? ''
  return page({
    title: say(visit)('answer.title', { body }),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AnswerPage
        reader={visit}
        say={say(visit)}
        typed={visit.form.typed}
        members={[...(await politiciansById(read, members)).values()]}
        others={(await decidingBodies(read)).filter(({ id }) => id !== debt.body)}
        outcomes={outcomesFor(state)}
        places={await placesToRefer(visit)}
        question={await questionOwed(read, debt)}
        {...{ now, problem, debt, body, errors }}
      />
    ),
  })
}
