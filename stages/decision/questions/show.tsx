import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { politiciansById, todayIn } from '../../../platform/directory/index.ts'
import { file, notFound, page, type FieldError, type Reply } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { calendarText, calendarType } from '../../meeting/index.ts'
import { bodyNames, crumbs, find, type AtProblem } from '../show.tsx'
import { namedFor } from './commands.ts'
import { invitedTo } from './invited.ts'
import { meetingQuestionWords } from './messages/words.ts'
import { QuestionsPage } from './pages/questions-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

export async function questionsPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await find(visit)
  if (!found) return notFound()
  const { problem, pack, items } = found
  const { read, actor } = visit
  const questions = await store.questionsOf(read, pack.id)
  const today = todayIn(visit.jurisdiction, visit.now)
  const named = await Promise.all(
    questions.map(async ({ number, recommendation }) => {
      const item = items.find((one) => one.recommendation === recommendation)
      return [number, await namedFor(read, pack, item, today)] as const
    }),
  )
  const namedBy = new Map(named)
  const [people, authors, hidden, bodyName] = await Promise.all([
    politiciansById(read, [
      ...questions.flatMap(({ person }) => person ?? []),
      ...named.flatMap(([, person]) => person ?? []),
    ]),
    bylines(
      read,
      questions.map(({ askedBy }) => askedBy),
    ),
    hiddenAmong(
      read,
      questions.map(({ id }) => id),
    ),
    bodyNames(visit),
  ])
  const canReply = questions.filter((question) => {
    const named_ = namedBy.get(question.number) ?? null
    const state = { ...question, hasReply: question.reply !== null, named: named_ }
    return rules.reply(state, { pack, today }, actor).ok
  })
  const say = meetingQuestionWords.say(visit.lang)
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: [
      ...crumbs(visit, problem),
      { text: say('page.title'), href: visit.to('decision.questions', visit.params) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <QuestionsPage
        reader={visit}
        typed={visit.form.typed}
        askedOf={
          new Map(
            named.map(([number, person]) => [number, (person && people.get(person)?.name) ?? bodyName(pack.body)]),
          )
        }
        mayAsk={await roundFor(visit, found, { today, put: rules.putBy(questions, actor) })}
        mayReply={new Set(canReply.map(({ number }) => number))}
        {...{ say, errors, problem, pack, items, questions, people, authors, hidden }}
      />
    ),
  })
}

/** For which meeting this reader can ask now. */
async function roundFor(
  { read, actor }: AtProblem,
  { problem, pack, items }: NonNullable<Awaited<ReturnType<typeof find>>>,
  { today, put }: Pick<rules.AskingState, 'today' | 'put'>,
): Promise<rules.Round | undefined> {
  if (!isSignedIn(actor) || rules.roundOpenOn(pack, today) === undefined) return undefined
  const recommendations = items.map(({ recommendation }) => recommendation)
  const invited = await invitedTo(read, { problem: problem.id, recommendations })
  const asking = rules.ask({ pack, today, isInvited: invited.has(actor.account), put }, actor)
  return asking.ok ? asking.value.round : undefined
}

/** Both days as a calendar program reads them. A day that moves is a change of the same event. */
export async function meetingsCalendar(visit: AtProblem): Promise<Reply> {
  const found = await find(visit)
  if (!found || found.pack.source !== null || !(found.pack.handedAt instanceof Temporal.Instant)) return notFound()
  const { problem, pack } = found
  const say = meetingQuestionWords.say(visit.lang)
  const url = `${visit.origin}${visit.to('decision.questions', visit.params)}`
  const calledAt = found.pack.handedAt
  const set = (await entries(visit.read, { problem: problem.id, limit: 1000 })).filter(
    ({ kind }) => kind === 'decision.dates-set',
  )
  const changedAt = set[0]?.at ?? calledAt // the record stands newest first
  const body = calendarText({
    name: say('calendar.name', { question: problem.question }),
    lang: visit.lang,
    timeZone: visit.jurisdiction.timeZone,
    meetings: (['response', 'return'] as const).map((round) => ({
      meeting: {
        id: `${pack.id}-${round}`,
        // How often the days were moved: a program keeps the newest it was given.
        sequence: Math.max(0, set.length - 1),
        calledAt,
        changedAt,
        title: say(`calendar.${round}`, { question: problem.question }),
        place: '',
        state: 'called',
        day: rules.dayOf(pack, round),
        startsAt: null,
        endsAt: null,
      },
      description: say('page.lead'),
      url,
    })),
  })
  return file({ body, mediaType: calendarType })
}
