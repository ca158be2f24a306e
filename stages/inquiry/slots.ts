import { holds, isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import type { Reader, Visit } from '../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import type { JourneyPart, Owed, Waiting } from '../../platform/thread/index.ts'
import { meetingsAttended, type Meeting } from '../meeting/index.ts'
import type { Problem } from '../problem/index.ts'
import { evidenceWords } from './evidence/messages/words.ts'
import { evidenceOwed, evidenceWaitingFor } from './evidence/slots.ts'
import { isOverdue as isOrderOverdue } from './evidence/standing.ts'
import { ordersOf } from './evidence/store.ts'
import { countFacts } from './evidence/whole.ts'
import { inquiryWords } from './messages/words.ts'
import { slugsOf } from './naming.ts'
import { notesBy, notesOf } from './notes/store.ts'
import { positionWords } from './positions/messages/words.ts'
import { positionsOf } from './positions/store.ts'
import { nudgesFor } from './record/slots.tsx'
import { questionWords } from './questions/messages/words.ts'
import { replyRule } from './questions/rules.ts'
import * as store from './questions/store.ts'

/** What the journey of a case says of its questions and notes. */
export async function inquiryJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = inquiryWords.say(visit.lang)
  const [questions, notes, orders, positions] = await Promise.all([
    store.questionsOf(visit.read, problem.id),
    notesOf(visit.read, problem.id),
    ordersOf(visit.read, problem.id),
    positionsOf(visit.read, problem.id),
  ])
  const answered = questions.filter((question) => question.hasReply).length
  const overdue =
    questions.filter((question) => isOverdue(question, visit.now)).length +
    orders.filter((order) => isOrderOverdue(order, visit.now)).length
  const [isEmpty, isTold] = [
    questions.length + notes.length + orders.length + positions.length === 0,
    problem.source !== null,
  ]
  const toQuestions = visit.to('inquiry.questions', { problem: problem.slug })
  const toFacts = visit.to('inquiry.evidence', { problem: problem.slug })
  const links = [
    ...(questions.length > 0
      ? [{ text: say('journey.questions', { count: questions.length }), href: toQuestions }]
      : []),
    ...(orders.length > 0
      ? [
          {
            text: evidenceWords.say(visit.lang)('journey.facts', { count: orders.length }),
            href: toFacts,
          },
        ]
      : []),
    ...(notes.length > 0
      ? [
          {
            text: say('journey.notes', { count: notes.length }),
            href: visit.to('inquiry.notes', { problem: problem.slug }),
          },
        ]
      : []),
    ...(positions.length > 0
      ? [
          {
            text: positionWords.say(visit.lang)('journey.positions', { count: positions.length }),
            href: visit.to('inquiry.positions', { problem: problem.slug }),
          },
        ]
      : []),
  ]
  return {
    state: isEmpty
      ? 'coming'
      : questions.some((question) => !question.hasReply && question.source === null)
        ? 'now'
        : 'done',
    figure: questions.length === 0 ? '' : say('journey.answered', { answered, asked: questions.length }),
    sentences:
      overdue > 0
        ? [say('journey.overdue', { overdue })]
        : [say(questions.length > 0 ? 'journey.all-in-time' : isTold ? 'journey.unknown' : 'journey.none')],
    points: [
      ...(orders.length > 0
        ? [
            {
              name: evidenceWords.say(visit.lang)('desk.title'),
              text: evidenceWords.say(visit.lang)('journey.facts-stand', {
                ...(await countFacts(visit.read, orders)),
                overdue: orders.filter((order) => isOrderOverdue(order, visit.now)).length,
              }),
              href: toFacts,
            },
          ]
        : []),
      ...(questions.length === 0 && orders.length > 0
        ? []
        : [
            {
              name: questionWords.say(visit.lang)('questions.title'),
              text:
                questions.length === 0
                  ? say(isTold ? 'journey.unknown' : 'journey.none')
                  : say('journey.questions-stand', {
                      answered,
                      asked: questions.length,
                      overdue: questions.filter((question) => isOverdue(question, visit.now)).length,
                    }),
              href: toQuestions,
            },
          ]),
    ],
    links,
    act:
      isTold || visit.jurisdiction.isTold
        ? undefined
        : { text: say('journey.ask'), href: toQuestions, effort: say('journey.effort', { days: replyRule.count }) },
  }
}

function isOverdue({ hasReply, dueAt }: store.Question, now: Temporal.Instant): boolean {
  return !hasReply && dueAt !== null && Temporal.Instant.compare(dueAt, now) < 0
}

/** On a desk: what I am asked, what I asked and got an answer to, and the notes I have not written. */
export async function inquiryWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (!isSignedIn(actor) || visit.jurisdiction.isTold) return []
  const person = holds(actor, 'politician') ? actor.person : null
  const [nudges, evidence, toMe, toOffice, replies, unwritten] = await Promise.all([
    nudgesFor(visit),
    evidenceWaitingFor(visit),
    person ? store.questionsTo(read, person) : [],
    holds(actor, 'officer', 'clerk') ? store.questionsToAdministration(read) : [],
    store.repliesToJudge(read, actor.account),
    person ? meetingsWithoutNote(visit, person) : [],
  ])
  const toAnswer = [...toMe.filter((question) => !question.hasReply && question.source === null), ...toOffice]
  const [slugs, hidden] = await Promise.all([
    slugsOf(read, [...toAnswer, ...replies, ...unwritten]),
    hiddenAmong(
      read,
      [...toAnswer, ...replies].map(({ id }) => id),
    ),
  ])
  const wordsOf = ({ id, question }: store.Question): string => (hidden.has(id) ? hiddenWords : question)
  const say = inquiryWords.say(visit.lang)
  const at = ({ problem, number }: store.Question): string =>
    visit.to('inquiry.question', { problem: slugs.get(problem) ?? '', number })
  return [
    ...toAnswer.map((question) => ({
      due: question.dueAt,
      title: say(question.round > 1 ? 'waiting.answer-again' : 'waiting.answer'),
      detail: wordsOf(question),
      act: { text: say('waiting.answer-it'), href: `${at(question)}#answer` },
    })),
    ...evidence,
    ...replies.map((question) => ({
      due: null,
      title: say('waiting.judge'),
      detail: wordsOf(question),
      act: { text: say('waiting.judge-it'), href: `${at(question)}#judge` },
    })),
    ...unwritten.map(({ id, problem, title }) => ({
      due: null,
      title: say('waiting.note'),
      detail: title,
      act: {
        text: say('waiting.note-it'),
        href: `${visit.to('inquiry.notes', { problem: slugs.get(problem) ?? '' })}?from=meeting:${id}#write`,
      },
    })),
    ...nudges,
  ]
}

const nudgeDays = 30

/** Each meeting she came to this month and has not written of, nor anything since that came from no other meeting. */
async function meetingsWithoutNote({ read, now }: Visit, person: Id<'person'>): Promise<readonly Meeting[]> {
  const [meetings, notes] = await Promise.all([
    meetingsAttended(read, person, now.subtract({ hours: 24 * nudgeDays })),
    notesBy(read, person),
  ])
  return meetings.filter(
    ({ id, problem, startsAt }) =>
      startsAt !== null &&
      !notes.some(
        (note) =>
          note.meeting === id ||
          (note.meeting === null &&
            note.problem === problem &&
            Temporal.Instant.compare(note.writtenAt, startsAt) >= 0),
      ),
  )
}

/** Every answer that is owed, and those that were given within a year. */
export async function inquiryOwed(read: Read, reader: Reader): Promise<readonly Owed[]> {
  const [facts, questions] = await Promise.all([evidenceOwed(read, reader), store.questionsDue(read)])
  const [slugs, hidden, people] = await Promise.all([
    slugsOf(read, questions),
    hiddenAmong(
      read,
      questions.map((question) => question.id),
    ),
    politiciansById(read, [...new Set(questions.flatMap(({ to }) => (to === null ? [] : [to])))]),
  ])
  const say = inquiryWords.say(reader.lang)
  const answers = questions.flatMap(({ id, problem, number, question, dueAt, to, hasReply }) =>
    dueAt === null
      ? []
      : [
          {
            problem,
            due: dueAt,
            title: hidden.has(id) ? say('owed.hidden', { number }) : say('owed.title', { question }),
            href: reader.to('inquiry.question', { problem: slugs.get(problem) ?? '', number }),
            owner: to === null ? say('to.administration') : (people.get(to)?.name ?? ''),
            isDone: hasReply,
          },
        ],
  )
  return [...answers, ...facts]
}
