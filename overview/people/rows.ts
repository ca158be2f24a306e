import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { todayIn, type Politician } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { answersBy, timingOf, type AnswerStanding, type GivenAnswer } from '../../stages/decision/index.ts'
import { promisesBy } from '../../stages/delivery/index.ts'
import { notesBy, questionsTo } from '../../stages/inquiry/index.ts'
import { meetingsAttended } from '../../stages/meeting/index.ts'
import { opinionWords, publicPositionsOf } from '../../stages/opinion/index.ts'
import { problemNames, problemsLedBy } from '../../stages/problem/index.ts'
import type { RowsName } from './figure-lines.ts'
import { peopleWords } from './messages/words.ts'

/** One act of the record: what, in which case, when, how it stands. */
export type RecordRow = {
  readonly title: string
  readonly href: string
  /** The question of the case. */
  readonly case: string
  /** When she did it; null where she has not, or no source says. */
  readonly at: Temporal.Instant | null
  /** When it is or was due; null where no clock runs. */
  readonly due: Temporal.Instant | null
  readonly state: string
}

/** Of each list, in the data; the figures count everything. */
export const mostRows = 200

/** Of each list, on the page: it is read on a phone too. */
export const mostOnPage = 50

/** The rows behind the figures of one politician, the newest first. */
export async function rowsOf(
  visit: Visit,
  { id }: Politician,
): Promise<Readonly<Record<RowsName, readonly RecordRow[]>>> {
  const { read } = visit
  const say = peopleWords.say(visit.lang)
  const zone = visit.jurisdiction.timeZone
  const ever = Temporal.Instant.fromEpochMilliseconds(0)
  const [questions, answers, promises, notes, meetings, { said }, led] = await Promise.all([
    questionsTo(read, id),
    answersBy(read, id, mostRows),
    promisesBy(read, id, mostRows),
    notesBy(read, id),
    meetingsAttended(read, id, ever),
    publicPositionsOf(visit, id),
    problemsLedBy(read, id),
  ])
  const [cases, hidden] = await Promise.all([
    problemNames(
      read,
      [...questions, ...answers, ...promises, ...notes, ...meetings].map(({ problem }) => problem),
    ),
    hiddenAmong(
      read,
      [...questions, ...notes].map(({ id: thing }) => thing),
    ),
  ])
  const inCase = (problem: (typeof questions)[number]['problem']) => ({
    case: cases.get(problem)?.question ?? '',
    slug: { problem: cases.get(problem)?.slug ?? '' },
  })
  const isPast = (due: Temporal.Instant): boolean => Temporal.Instant.compare(due, visit.now) < 0
  return {
    questions: questions
      .filter(({ source }) => source === null)
      .map((one) => {
        const { case: question, slug } = inCase(one.problem)
        const isLate =
          one.dueAt !== null &&
          (one.repliedAt ? Temporal.Instant.compare(one.repliedAt, one.dueAt) > 0 : isPast(one.dueAt))
        return {
          title: hidden.has(one.id) ? hiddenWords : one.question,
          href: visit.to('inquiry.question', { ...slug, number: one.number }),
          case: question,
          at: one.repliedAt,
          due: one.dueAt,
          state: say(`row.${one.hasReply ? (isLate ? 'answered-late' : 'answered') : isLate ? 'overdue' : 'waits'}`),
        }
      }),
    answers: answers.map((one) => ({
      title: say('row.recommendation', { number: one.number, title: one.title }),
      href: visit.to('decision.recommendation', { problem: one.slug, number: one.number }),
      case: inCase(one.problem).case,
      at: one.at,
      due: one.source === null ? one.dueAt : null,
      state: [
        say(answerWord(one), {
          to: one.referTo,
          day: one.on ? visit.time.day(one.on) : visit.common('unknown'),
        }),
        ...timingWords(visit, one),
      ].join('. '),
    })),
    promises: promises.map((one) => {
      const due = one.on && endOfDay(one.on, zone)
      const isOpen = one.standing === 'promised' || one.standing === 'late'
      const state = isOpen && (one.standing === 'late' || (due !== null && isPast(due))) ? 'late' : one.standing
      const by = [
        ...(one.isPrepared ? [say('row.prepared')] : []),
        ...(one.staffReports > 0 ? [say('row.staff-reports', { staff: one.staffReports, reports: one.reports })] : []),
      ]
      return {
        title: one.title,
        href: visit.to('delivery.commitment', { problem: one.slug, number: one.number }),
        case: inCase(one.problem).case,
        at: one.promisedAt,
        due,
        state: [say(`row.${state}`), ...by].join('. '),
      }
    }),
    meetings: meetings.slice(0, mostRows).map((one) => ({
      title: one.title,
      href: visit.to('meeting.page', { ...inCase(one.problem).slug, number: one.number }),
      case: inCase(one.problem).case,
      at: one.startsAt,
      due: null,
      state: say('row.came'),
    })),
    notes: notes
      .filter((one) => !hidden.has(one.id))
      .map((one) => ({
        title: one.heard.slice(0, 140),
        href: visit.to('inquiry.notes', inCase(one.problem).slug),
        case: inCase(one.problem).case,
        at: one.source === null ? one.writtenAt : null,
        due: null,
        state: say(one.onBehalf === null ? 'row.wrote' : 'row.wrote-for', { kind: one.onBehalf ?? '' }),
      })),
    statements: said.slice(0, mostRows).map(({ title, href, case: question, at, choice, isAfterClose }) => ({
      title,
      href,
      case: question,
      at,
      due: null,
      state: [opinionWords.say(visit.lang)(`choice.${choice}`), ...(isAfterClose ? [say('row.after-close')] : [])].join(
        '. ',
      ),
    })),
    cases: led.slice(0, mostRows).map((one) => ({
      title: one.question,
      href: visit.to('journey', { problem: one.slug }),
      case: '',
      at: null,
      due: null,
      state: say(one.named.includes(id) ? 'row.named' : 'row.took-up'),
    })),
  }
}

/** What is signed and not carried is a proposal, here as on its own page. */
function answerWord({ kind, isCarried, source }: GivenAnswer) {
  const isOpen = source === null && !isCarried
  return isOpen && kind !== 'park' && kind !== 'existed' && kind !== 'unknown'
    ? (`row.proposed-${kind}` as const)
    : (`row.${kind}` as const)
}

/** In the words of the figure above; nothing of a told case, of which no clock ran. */
function timingWords(visit: Visit, one: AnswerStanding): readonly string[] {
  const timing = timingOf(one, todayIn(visit.jurisdiction, visit.now))
  if (timing === 'untimed') return []
  const day = one.answeredOn ? visit.time.day(one.answeredOn) : visit.common('unknown')
  return [peopleWords.say(visit.lang)(`timing.${timing}`, { day })]
}
