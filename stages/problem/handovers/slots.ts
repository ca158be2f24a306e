import { isStaff } from '@folkmoot/basics/actor.ts'
import { allJurisdictions, type Jurisdiction } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'
import type { JourneyPart, Owed, Waiting } from '../../../platform/thread/index.ts'
import type { Problem } from '../store.ts'
import { unreadable } from './hidden-store.ts'
import * as inStore from './in-store.ts'
import { journeyThere } from './there.ts'
import { handoverWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { stepsThere } from './step-store.ts'
import * as store from './store.ts'

/** What pages across stages show of hand-overs. */

/** Sentences and links for the first step of a journey; none where the case has stayed where it was. */
export async function handoverLines(visit: Visit, problem: Problem): Promise<Pick<JourneyPart, 'sentences' | 'links'>> {
  const [asked, [came]] = await Promise.all([
    store.handoversOutOf(visit.read, problem.id),
    inStore.handoversInOf(visit.read, problem.id),
  ])
  if (asked.length === 0 && !came) return { sentences: [], links: [] }
  const say = handoverWords.say(visit.lang)
  const places = await allJurisdictions(visit.database)
  const nameOf = (id: Jurisdiction['id']): string => places.find((place) => place.id === id)?.name ?? ''
  const linkTo = (id: Jurisdiction['id'], slug: string): JourneyPart['links'] => {
    const place = places.find((one) => one.id === id)
    if (!place) return []
    return [{ text: say('journey.link', { place: place.name }), href: journeyThere(visit.lang, place, slug) }]
  }
  const parts = asked.filter(({ kind, state }) => kind === 'part' && state !== 'stopped')
  const taken = parts.filter(({ state }) => state === 'accepted')
  const onward = await Promise.all(
    asked.map(async ({ id, to }) => {
      const last = (await stepsThere(visit.read, id)).at(-1)
      return last ? [say(`onward.${last.step}`, { place: nameOf(to), day: visit.time.day(last.at) })] : []
    }),
  )
  return {
    sentences: [
      ...(came ? [say('journey.came', { place: nameOf(came.from) })] : []),
      ...asked.filter(({ kind }) => kind === 'whole').flatMap((out) => sentenceOf(visit, out, nameOf(out.to))),
      ...(parts.length > 0 ? [say('journey.parts', { taken: taken.length, all: parts.length })] : []),
      ...onward.flat(),
    ],
    links: [
      ...(came ? linkTo(came.from, came.fromSlug) : []),
      ...asked.flatMap(({ to, theirSlug }) => (theirSlug ? linkTo(to, theirSlug) : [])),
    ],
  }
}

function sentenceOf(visit: Visit, out: store.HandoverOut, place: string): readonly string[] {
  const say = handoverWords.say(visit.lang)
  const { state, answeredAt, answeredByName, dueAt } = out
  if (state === 'accepted' && answeredAt)
    return [say('journey.in', { place, day: visit.time.day(answeredAt), name: answeredByName })]
  if (state === 'declined' && answeredAt) return [say('journey.declined', { place, day: visit.time.day(answeredAt) })]
  if (state !== 'waits' || !dueAt) return []
  const isLate = Temporal.Instant.compare(dueAt, visit.now) < 0
  return [say(isLate ? 'journey.late' : 'journey.waits', { place, day: visit.time.day(dueAt) })]
}

/** What waits here, with the name of the place it came from; its words only where they are not hidden. */
async function waitingHere(visit: Visit) {
  if (visit.jurisdiction.isTold) return []
  const waiting = (await inStore.handoversIn(visit.read)).filter(({ state }) => state === 'waits')
  if (waiting.length === 0) return []
  const [places, hidden] = await Promise.all([
    allJurisdictions(visit.database),
    unreadable(
      visit.read,
      waiting.map(({ id }) => id),
    ),
  ])
  return waiting.map((handover) => ({
    number: handover.number,
    due: handover.dueAt,
    place: places.find(({ id }) => id === handover.from)?.name ?? '',
    question: hidden.has(handover.id) ? hiddenWords : handover.question,
  }))
}

/** On a politician's desk: what other places have handed over. Any politician may answer; staff never. */
export async function handoversWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (isStaff(visit.actor) || !rules.mayHandOver.allows(visit.actor)) return []
  const say = handoverWords.say(visit.lang)
  return (await waitingHere(visit)).map(({ number, due, place, question }) => ({
    due,
    title: say('waiting.title', { place }),
    detail: question,
    act: { text: say('waiting.act'), href: visit.to('problem.handover', { number }) },
  }))
}

/** Answers this place owes other places. */
export async function handoversOwed(visit: Visit): Promise<readonly Owed[]> {
  const say = handoverWords.say(visit.lang)
  return (await waitingHere(visit)).map(({ number, due, place, question }) => ({
    problem: null,
    due,
    title: say('owed.title', { place, question }),
    href: visit.to('problem.handover', { number }),
    owner: '',
    isDone: false,
  }))
}

export type HandedLink = { readonly text: string; readonly words: string; readonly href: string }

/** The way to what was handed over, for places that lie in a tree; none for a place that stands alone. */
export async function handedLink(visit: Visit): Promise<HandedLink | null> {
  const places = await allJurisdictions(visit.database)
  if (visit.jurisdiction.isTold || rules.placesToAsk(places, visit.jurisdiction, 'whole').length === 0) return null
  const say = handoverWords.say(visit.lang)
  const count = (await waitingHere(visit)).length
  return { text: say('cases.link'), words: say('cases.waits', { count }), href: visit.to('problem.handovers') }
}
