import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { encounterWords } from './messages/words.ts'
import { bookedBy, encountersWith } from './store.ts'

/** Two weeks ahead they stand on the desk; four weeks back she is asked what she heard. */
const days = { ahead: 14, back: 28 } as const

/** Talks and visits of the person who looks: those she offers, those she has booked, and what she has not written down yet. */
export async function encountersWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { account, person } = visit.actor
  if (account === null) return []
  const say = encounterWords.say(visit.lang)
  const [offered, booked] = await Promise.all([
    person === null ? [] : encountersWith(visit.read, person),
    bookedBy(visit.read, account),
  ])
  const [until, since] = [visit.now.add({ hours: 24 * days.ahead }), visit.now.subtract({ hours: 24 * days.back })]
  const isNear = ({ startsAt }: { readonly startsAt: Temporal.Instant }): boolean =>
    Temporal.Instant.compare(startsAt, visit.now) > 0 && Temporal.Instant.compare(startsAt, until) < 0
  const at = (number: number): string => visit.to('meeting.encounter', { number })
  const standing = offered.filter(({ cancelledAt }) => cancelledAt === null)
  return [
    ...standing.filter(isNear).map(({ number, about, startsAt, booked: count }) => ({
      due: startsAt,
      title: say('desk.meet', { count, about }),
      detail: '',
      act: { text: say('desk.look'), href: at(number) },
    })),
    ...standing
      .filter(
        ({ endsAt, heardAt, booked: count }) =>
          heardAt === null &&
          count > 0 &&
          Temporal.Instant.compare(endsAt, visit.now) < 0 &&
          Temporal.Instant.compare(endsAt, since) > 0,
      )
      .map(({ number, about }) => ({
        due: null,
        title: say('desk.heard', { about }),
        detail: '',
        act: { text: say('heard.say'), href: `${at(number)}#say-heard` },
      })),
    ...booked
      .filter((one) => one.cancelledAt === null && one.own === 'booked' && isNear(one))
      .map(({ number, about, startsAt }) => ({
        due: startsAt,
        title: say('desk.booked', { about }),
        detail: '',
        act: { text: say('desk.look-booked'), href: at(number) },
      })),
  ]
}
