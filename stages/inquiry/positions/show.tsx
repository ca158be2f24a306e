import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { positionWords } from './messages/words.ts'
import { PositionsPage } from './pages/positions-page.tsx'
import * as rules from './rules.ts'
import { positionsOf } from './store.ts'

/** Zero is nobody's number. */
export function numberOf({ params }: Visit<'inquiry.change-position'>): number {
  return /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : 0
}

type PositionsReply = { readonly errors?: readonly FieldError[]; readonly changing?: number }

export async function positionsPage(
  visit: Visit<'inquiry.positions'>,
  { errors = [], changing = 0 }: PositionsReply = {},
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const positions = await positionsOf(visit.read, problem.id)
  const [people, hidden] = await Promise.all([
    politiciansById(visit.read, [...new Set(positions.map(({ person }) => person))]),
    hiddenAmong(
      visit.read,
      positions.map(({ id }) => id),
    ),
  ])
  const isTold = visit.jurisdiction.isTold || problem.source !== null
  return page({
    title: positionWords.say(visit.lang)('positions.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PositionsPage
        reader={visit}
        say={positionWords.say(visit.lang)}
        typed={visit.form.typed}
        mayTake={rules.take({ isTold }, 'to be given', visit.actor).ok}
        {...{ errors, changing, problem, positions, people, hidden, isTold }}
      />
    ),
  })
}
