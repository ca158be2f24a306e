import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { isConfirmed, seatsOf } from '../../arena/index.ts'
import { inTimeOf, isAccepted, isAnswerThatCounts, standingsIn } from '../../decision/index.ts'
import { commitmentsOf } from '../../delivery/index.ts'
import { ordersOf, questionsOf } from '../../inquiry/index.ts'
import { meetingsOf } from '../../meeting/index.ts'
import { readingOf } from '../rules.ts'
import { indicatorsOf } from '../store.ts'
import { items } from '../surveys/instruments.ts'
import { moments, type Moment } from '../surveys/rules.ts'
import { saidOf } from '../surveys/results.ts'
import { roundsOf, type Round } from '../surveys/store.ts'
import type { Count, Inputs, Mean } from './figures.ts'

/** What the record of a case and its surveys say at this moment, as the figures need it. Nothing in it that is not public. */
export async function inputsOf(read: Read, problem: Id<'problem'>, now: Temporal.Instant): Promise<Inputs> {
  const [group, meetings, questions, orders, decided, promises, indicators, rounds] = await Promise.all([
    isConfirmed(read, problem).then((confirmed) => (confirmed ? seatsOf(read, problem) : [])),
    meetingsOf(read, problem),
    questionsOf(read, problem),
    ordersOf(read, problem),
    decisionCounts(read, problem, now),
    commitmentsOf(read, problem),
    indicatorsOf(read, problem),
    roundsOf(read, problem),
  ])
  const held = meetings.filter(
    ({ state, endsAt }) => state === 'called' && endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0,
  )
  const ordered = orders.filter(({ withdrawnAt, mergedInto }) => withdrawnAt === null && mergedInto === null)
  const withTarget = indicators.filter(
    ({ targetValue, baselineValue }) => targetValue !== null && baselineValue !== null,
  )
  const mean = (key: string): Mean => meanOf(key, rounds)
  return {
    counts: {
      'citizen-seats': share(group, ({ kind }) => kind === 'citizen'),
      'open-meetings': share(held, ({ isOpen }) => isOpen === true),
      'answered-questions': share(questions, ({ hasReply }) => hasReply),
      'answered-facts': share(ordered, ({ sides }) => sides.length > 0),
      ...decided,
      'kept-promises': share(promises, ({ standing }) => standing === 'kept'),
      'reached-targets': share(
        withTarget,
        ({ baselineValue, targetValue, measurements }) =>
          readingOf(baselineValue, targetValue, measurements.at(-1)?.value) === 'reached',
      ),
    },
    means: {
      'right-mix': mean('right-mix'),
      voice: mean('voice'),
      'equal-chance': mean('equal-chance'),
      'all-heard': mean('all-heard'),
      'proposals-ours': mean('proposals-ours'),
      'answer-meets': mean('answer-meets'),
      'accept-anyway': mean('accept-anyway'),
      'useful-chance': mean('useful-chance'),
      'useful-risk': mean('useful-risk'),
    },
  }
}

function share<One>(all: readonly One[], counts: (one: One) => boolean): Count {
  return { count: all.filter(counts).length, of: all.length }
}

type Decided = Pick<Inputs['counts'], 'answered-recommendations' | 'answered-in-time' | 'accepted-recommendations'>

/** Only what the body carried by a vote is its answer (R32); in the words of the record and of what is owed. */
async function decisionCounts(read: Read, problem: Id<'problem'>, now: Temporal.Instant): Promise<Decided> {
  const [standings, place] = await Promise.all([standingsIn(read, problem), ownCalendar(read)])
  const timed = inTimeOf(standings, todayIn(place, now))
  return {
    'answered-recommendations': share(standings, isAnswerThatCounts),
    'answered-in-time': timed.of === 0 ? null : timed,
    'accepted-recommendations': share(standings, (one) => isAnswerThatCounts(one) && isAccepted(one.kind ?? undefined)),
  }
}

/** The newest round that shows it; of those furthest from the table whom it is asked of: always the same, whoever answered most. */
function meanOf(key: string, rounds: readonly Round[]): Mean {
  const item = items.find((one) => one.key === key)
  if (!item) throw new Error(`no question ${key}`)
  const order = (moment: Moment): number => moments.indexOf(moment)
  for (const { published } of rounds.toSorted((a, b) => order(b.moment) - order(a.moment))) {
    const said = saidOf(item, published).find(({ groups }) => groups.some((group) => group === item.asked.at(-1)))
    if (said) return { ...said.interval, from: item.from, to: item.to }
  }
  return null
}
