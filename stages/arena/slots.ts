import { holds, isStaff } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart, Waiting } from '../../platform/thread/index.ts'
import { namesLedBy, problemsById, type Problem } from '../problem/index.ts'
import { unansweredWaitingFor } from './forgetting/slots.ts'
import { lastAnswerIn, loadArena, type Arena } from './arena.ts'
import { awaitsIn, isWhole } from './waits.ts'
import { arenaWords } from './messages/words.ts'
import { leads } from './rules.ts'
import { offersWaitingFor, vacanciesWaitingFor } from './acceptances/slots.ts'
import { drawLine, drawsWaitingFor } from './lottery/slots.ts'
import { unconfirmedWaitingFor } from './on-behalf/slots.ts'
import { lettersWaitingFor } from './paper/slots.ts'
import * as store from './store.ts'
import { toldGroupsOf } from './told-store.ts'

/** What the journey of a case says of who takes part. */
export async function arenaJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = arenaWords.say(visit.lang)
  const link = { text: say('journey.link'), href: visit.to('arena.people', { problem: problem.slug }) }
  if (problem.source !== null) return toldPart(visit, problem, link)
  const [arena, draw] = await Promise.all([loadArena(visit.read, problem), drawLine(visit, problem)])
  const seated = (kind: 'politician' | 'citizen'): number => arena.seats.filter((seat) => seat.kind === kind).length
  const figure =
    arena.seats.length === 0
      ? ''
      : say('journey.seats', { politicians: seated('politician'), citizens: seated('citizen') })
  const isOpen = isCallOpen(arena, visit.now)
  const { account } = visit.actor
  const mine = account ? await store.applicationOf(visit.read, problem.id, account) : undefined
  const own = {
    text: say('page.my-application'),
    href: visit.to('arena.application', { problem: problem.slug }),
  }
  return {
    state: arena.isConfirmed ? 'done' : arena.isMandateAdopted ? 'now' : 'coming',
    figure,
    sentences: [
      say(
        arena.isConfirmed
          ? 'journey.confirmed'
          : isOpen
            ? 'journey.call'
            : arena.call
              ? 'journey.choosing'
              : arena.isMandateAdopted
                ? 'journey.adopted'
                : 'journey.coming',
      ),
      ...(draw ? [draw.sentence] : []),
    ],
    links: arena.isMandateAdopted ? [link, ...(draw ? [draw.link] : []), ...(mine ? [own] : [])] : [],
    act:
      // Politicians are seated; they do not ask for a citizen's seat. Nobody asks twice.
      isOpen && arena.call && !mine && !holds(visit.actor, 'politician') && !isStaff(visit.actor)
        ? {
            text: say('journey.act'),
            href: visit.to('arena.application', { problem: problem.slug }),
            effort: say('journey.effort', { day: visit.time.shortDay(arena.call.closesAt) }),
          }
        : undefined,
  }
}

async function toldPart(
  visit: Visit,
  problem: Problem,
  link: { readonly text: string; readonly href: string },
): Promise<JourneyPart> {
  const say = arenaWords.say(visit.lang)
  const groups = await toldGroupsOf(visit.read, problem.id)
  if (groups.length === 0) return { state: 'coming', figure: '', sentences: [visit.common('unknown')], links: [] }
  const list = groups.map(({ words, count }) => (count === null ? words : `${count} ${words}`)).join(', ')
  return { state: 'done', figure: '', sentences: [say('journey.told', { groups: list })], links: [link] }
}

export function isCallOpen(arena: Arena, now: Temporal.Instant): boolean {
  return arena.call !== null && !arena.isConfirmed && Temporal.Instant.compare(now, arena.call.closesAt) < 0
}

/**
 * A seat that waits for her own answer; on a politician's desk calls to open, applications to answer and seats to fill; on hers and
 * on the bench the next step of a draw; on the bench what waits for a second one of staff, and letters to be posted.
 */
export async function arenaWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (visit.jurisdiction.isTold) return []
  const offers = [
    ...(await offersWaitingFor(visit)),
    ...(await unconfirmedWaitingFor(visit)),
    ...(await lettersWaitingFor(visit)),
  ]
  if (!holds(visit.actor, 'politician')) {
    const own = { led: [] }
    return [...offers, ...(await unansweredWaitingFor(visit, own)), ...(await drawsWaitingFor(visit, own))]
  }
  const { person } = visit.actor
  const led = person === null ? [] : (await namesLedBy(visit.read, person)).map(({ id }) => id)
  // Where the group is confirmed nothing waits any more: after twenty years that is nearly all she led.
  const confirmed = await Promise.all(led.map((id) => store.isConfirmed(visit.read, id)))
  const gathering = await problemsById(
    visit.read,
    led.filter((_, at) => !confirmed[at]),
  )
  const [vacancies, unanswered, draws, begun] = await Promise.all([
    vacanciesWaitingFor(
      visit,
      led.filter((_, at) => confirmed[at]),
    ),
    unansweredWaitingFor(visit, { led }),
    drawsWaitingFor(visit, { led }),
    Promise.all(gathering.map((problem) => waitingOn(visit, problem))),
  ])
  return [...offers, ...vacancies, ...unanswered, ...draws, ...begun.flat()]
}

async function waitingOn(visit: Visit, problem: Problem): Promise<readonly Waiting[]> {
  const say = arenaWords.say(visit.lang)
  const arena = await loadArena(visit.read, problem)
  if (!arena.isMandateAdopted || arena.isConfirmed || !leads(arena, visit.actor)) return []
  const slug = { problem: problem.slug }
  const detail = problem.question
  if (!arena.call && !arena.setUp?.confirmedAt) {
    const act = { text: say('waiting.set-up-act'), href: visit.to('arena.set-up', slug) }
    return [{ due: null, title: say(arena.setUp ? 'waiting.set-up-begun' : 'waiting.set-up'), detail, act }]
  }
  if (!arena.call) {
    const act = { text: say('waiting.open-act'), href: visit.to('arena.people', slug) }
    return [{ due: null, title: say('waiting.open-call'), detail, act }]
  }
  const waits = await awaitsIn(visit.read, problem.id, arena)
  if (waits.choice > 0) {
    const act = { text: say('waiting.act'), href: visit.to('arena.applications', slug) }
    return [{ due: arena.call.closesAt, title: say('waiting.applications', { count: waits.choice }), detail, act }]
  }
  // Chance has a line of its own, and so has a seat nobody took.
  if (!isWhole(arena, waits) || Temporal.Instant.compare(visit.now, arena.call.closesAt) < 0) return []
  const act = { text: say('waiting.confirm-act'), href: `${visit.to('arena.people', slug)}#confirm` }
  return [{ due: null, since: lastAnswerIn(arena), title: say('waiting.confirm'), detail, act }]
}
