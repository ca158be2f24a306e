import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import { repliesIn, repliesOf } from './hearing.ts'
import { opinionWords } from './messages/words.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** What the journey of a case says of its consultation. */
export async function opinionJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = opinionWords.say(visit.lang)
  const consultation = await store.consultationOf(visit.read, problem.id)
  if (!consultation) {
    const words = say(problem.source === null ? 'journey.coming' : 'journey.unknown')
    const points = [{ name: say('journey.statements'), text: words }]
    // Nothing else leads the chair and the group to the opening.
    const links =
      problem.source === null && rules.mayLeadHere(problem.id, visit.actor)
        ? [{ text: say('open.title'), href: visit.to('opinion.statements', { problem: problem.slug }) }]
        : []
    return { state: 'coming', figure: '', sentences: [words], points, links }
  }
  if (consultation.isHearing) return hearingPart(visit, { problem, hearing: consultation })
  const [all, voters] = await Promise.all([
    store.statementsIn(visit.read, consultation.id),
    store.voterCount(visit.read, consultation.id),
  ])
  const statements = all.filter((statement) => !statement.isTakenOut).length
  const isOpen = rules.isOpen(consultation, visit.now)
  const address = { problem: problem.slug }
  const day = visit.time.day(consultation.closesAt)
  const sentences = [
    isOpen ? say('journey.open', { statements, day }) : closedSentence(visit, { consultation, statements, voters }),
    // Long ago, often: that voting is over is said with its day.
    ...(consultation.source === null ? [] : [say('journey.closed-on', { day })]),
  ]
  return {
    state: isOpen ? 'now' : 'done',
    figure: say('journey.figure', { statements }),
    sentences,
    points: [
      { name: say('journey.statements'), text: sentences.join(' '), href: visit.to('opinion.statements', address) },
    ],
    links: [
      { text: say('journey.statements'), href: visit.to('opinion.statements', address) },
      { text: say('journey.results'), href: visit.to('opinion.results', address) },
      { text: say('journey.map'), href: visit.to('opinion.map', address) },
      { text: say('link.positions'), href: visit.to('opinion.positions', address) },
    ],
    act: isOpen
      ? {
          text: say('journey.act'),
          href: visit.to('opinion.statements', address),
          effort: say('journey.effort', { day }),
        }
      : undefined,
  }
}

/** A told hearing: its days, and the replies as they were counted. Nobody voted. */
async function hearingPart(
  visit: Visit,
  { problem, hearing }: { readonly problem: Problem; readonly hearing: store.Consultation },
): Promise<JourneyPart> {
  const say = opinionWords.say(visit.lang)
  const { time } = visit
  const counted = [...(await repliesIn(visit.read, hearing.id)).values()]
  const sentences = [
    say('journey.hearing', { from: time.day(hearing.openedAt), to: time.day(hearing.closesAt) }),
    ...counted.map((replies) => say('journey.replies', { ...replies, replies: repliesOf(replies) })),
  ]
  const href = visit.to('opinion.statements', { problem: problem.slug })
  return {
    state: 'done',
    figure: '',
    sentences,
    points: [{ name: say('journey.hearing-link'), text: sentences.join(' '), href }],
    links: [{ text: say('journey.hearing-link'), href }],
  }
}

type Closed = { readonly consultation: store.Consultation; readonly statements: number; readonly voters: number }

/** A told consultation has statements and counts, and no voters of ours. */
function closedSentence(visit: Visit, { consultation, statements, voters }: Closed): string {
  const say = opinionWords.say(visit.lang)
  if (voters >= leastInGroup) return say('journey.closed', { voters, statements })
  return consultation.source !== null && voters === 0
    ? say('journey.closed-unknown', { statements })
    : say('journey.closed-few')
}
