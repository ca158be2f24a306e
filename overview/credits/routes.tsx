import { anyone } from '@folkmoot/basics/actor.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../stages/problem/index.ts'
import { creditsIn } from './acts.ts'
import { creditsByName } from './credits.ts'
import { creditWords } from './messages/words.ts'
import { CreditsPage } from './pages/credits-page.tsx'

export const creditRoutes: readonly Route[] = [
  route('journey.credits', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    return problem ? creditsPage(visit, problem) : notFound()
  }),
]

async function creditsPage(visit: Visit<'journey.credits'>, problem: Problem) {
  const say = creditWords.say(visit.lang)
  const acts = await creditsIn(visit, problem)
  const people = await politiciansById(visit.read, [...new Set(acts.map(({ person }) => person))])
  return page({
    title: say('title'),
    crumbs: problemCrumbs(visit, problem),
    body: (
      <CreditsPage
        reader={visit}
        say={say}
        question={problem.question}
        language={problem.language}
        thread={visit.to('thread.page', { problem: problem.slug })}
        people={creditsByName(acts, people, visit.lang).map((one) => {
          const known = people.get(one.id)
          return {
            ...one,
            href: visit.to('person', { person: known?.slug ?? '' }),
            line: [known?.role, known?.party].filter(Boolean).join(' · '),
          }
        })}
      />
    ),
  })
}
