import { anyone } from '@folkmoot/basics/actor.ts'
import { page, route, type Route, type Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { problemNames, type NamedProblem } from '../../stages/problem/index.ts'
import { owedWords } from './messages/words.ts'
import { allOwed } from './owed.ts'
import { OwedPage, type OwedLine } from './pages/owed-page.tsx'
import { isTooLate, sorted } from './sorted.ts'

export const owedRoutes: readonly Route[] = [
  route('owed', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const say = owedWords.say(visit.lang)
    const { owed, sum } = await allOwed(visit)
    const { late, coming, done } = sorted(owed, visit.now)
    const problems = await problemNames(
      visit.read,
      owed.flatMap((one) => one.problem ?? []),
    )
    const lines = (list: readonly Owed[]): readonly OwedLine[] =>
      list.map((one) => lineOf(visit, one, one.problem === null ? undefined : problems.get(one.problem)))
    return page({
      title: say('title'),
      body: (
        <OwedPage
          say={say}
          reader={visit}
          now={visit.now}
          isTold={visit.jurisdiction.isTold}
          late={lines(late)}
          coming={lines(coming)}
          done={lines(done)}
          sum={sum}
        />
      ),
    })
  }),
]

function lineOf(visit: Visit<'owed'>, one: Owed, problem: NamedProblem | undefined): OwedLine {
  const say = owedWords.say(visit.lang)
  const owner = one.owner === '' ? say('owner-none') : say('owner', { name: one.owner })
  const late = isTooLate(one) && one.doneAt ? [say('too-late', { day: visit.time.day(one.doneAt) })] : []
  const its = problem ? [say('case', { question: one.question ?? problem.question })] : []
  return { ...one, line: [...late, owner, ...its].join(' · ') }
}
