import { politicians, todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { mayRead } from '../application-show.tsx'
import { loadArena } from '../arena.ts'
import { soughtBy } from '../calls/seeking.ts'
import { arenaWords } from '../messages/words.ts'
import { offersWritten } from '../on-behalf/store.ts'
import { applicationsOf } from '../store.ts'
import { acceptanceWords } from './messages/words.ts'
import { LeavingPage } from './pages/leaving-page.tsx'
import { OfferPage } from './pages/offer-page.tsx'
import { VacanciesPage } from './pages/vacancies-page.tsx'
import { fills } from './rules.ts'

export type OfOffer = Visit<'arena.offer'>

/** The seat that waits for my yes or no. */
export async function offerPage(visit: OfOffer, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const offer = arena.offers.findLast(({ account }) => account === visit.actor.account)
  if (!offer) return refused(say(visit)('refused.no-offer'))
  const chosenBy = (await bylines(visit.read, [offer.madeBy])).get(offer.madeBy)?.name ?? ''
  return page({
    title: say(visit)('offer.title'),
    crumbs: crumbsOf(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <OfferPage
        {...{ problem, arena, offer, chosenBy, errors }}
        typed={visit.form.typed}
        say={say(visit)}
        reader={visit}
      />
    ),
  })
}

/** Seats that are free, offers without an answer, and who can be asked. */
export async function vacanciesPage(visit: OfOffer, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const mayFill = fills(arena, problem.id, visit.actor)
  if (!mayFill && !mayRead(arena, visit)) return refused(say(visit)('refused.not-yours-to-lead'), 403)
  const [applications, inOffice] = await Promise.all([
    applicationsOf(visit.read, problem.id),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  const people = [...applications, ...arena.asked, ...arena.left].map(({ account }) => account)
  return page({
    title: say(visit)('vacancies.title'),
    crumbs: crumbsOf(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <VacanciesPage
        {...{ problem, arena, applications, mayFill, errors }}
        inOffice={new Set(inOffice.map(({ id }) => id))}
        names={await bylines(visit.read, people)}
        isSought={(await soughtBy(visit, { problem, applications })) !== null}
        written={await offersWritten(visit.read, problem.id)}
        typed={visit.form.typed}
        say={say(visit)}
        reader={visit}
      />
    ),
  })
}

export async function leavingPage(visit: OfOffer, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const seat = arena.seats.find(({ account }) => account === visit.actor.account)
  if (!seat) return refused(say(visit)('refused.no-seat'))
  return page({
    title: say(visit)('leave.title'),
    crumbs: crumbsOf(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <LeavingPage
        {...{ problem, errors }}
        isChair={seat.isChair}
        typed={visit.form.typed}
        say={say(visit)}
        reader={visit}
      />
    ),
  })
}

function crumbsOf(visit: Visit, problem: Problem) {
  return [
    ...problemCrumbs(visit, problem),
    {
      text: arenaWords.say(visit.lang)('page.title'),
      href: visit.to('arena.people', { problem: problem.slug }),
    },
  ]
}

export function say(visit: Visit) {
  return acceptanceWords.say(visit.lang)
}
