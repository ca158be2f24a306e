import { anyone, isSignedIn } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { politicians, politiciansById, todayIn, type Politician } from '../../platform/directory/index.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs } from '../problem/index.ts'
import * as commands from './commands.ts'
import { inquiryWords, type InquiryKey } from './messages/words.ts'
import { NotesPage } from './pages/notes-page.tsx'
import { QuestionPage } from './pages/question-page.tsx'
import { QuestionsPage } from './pages/questions-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

const askForm = fields({
  to: field.text({ most: 40 }),
  question: field.line({ least: 10, most: 300 }),
  background: field.optionalText({ most: 2000 }),
})
const answerForm = fields({ reply: field.text({ most: 8000 }) })
const judgeForm = fields({ verdict: field.choice(['yes', 'no']), words: field.optionalText({ most: 1000 }) })
const noteForm = fields({
  heard: field.text({ most: 2000 }),
  changed: field.text({ most: 2000 }),
  why: field.text({ most: 2000 }),
})

export const inquiryRoutes: readonly Route[] = [
  route('inquiry.questions', { allowed: anyone, records: 'nothing' }, (visit) => questionsPage(visit)),

  route('inquiry.ask', { allowed: rules.mayAsk, records: ['inquiry.question-asked'] }, async (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return questionsPage(visit, form.errors)
    const { to: typedTo, ...words } = form.value
    const to = typedTo === 'administration' ? null : parseId('person', typedTo)
    if (to === undefined) return questionsPage(visit, [{ field: 'to', text: visit.common('choose-one') }])
    const input = { slug: visit.params.problem, to, ...words, language: visit.lang, calendar: visit.jurisdiction }
    const asked = await commands.askQuestion(visit.database, visit.actor, input)
    if (asked.ok)
      return redirectSaying(
        visit.to('inquiry.question', { problem: visit.params.problem, number: asked.value.number }),
        {
          text: say(visit)('done.asked'),
          next: say(visit)('done.asked-next', {
            deadline: visit.time.deadline(rules.dueAfter(visit.now, visit.jurisdiction)),
          }),
        },
      )
    return isAboutWhom(asked.refusal)
      ? questionsPage(visit, [errorOn(visit, 'to', asked.refusal)])
      : refusedWith(visit, asked.refusal)
  }),

  route('inquiry.question', { allowed: anyone, records: 'nothing' }, (visit) => questionPage(visit)),

  route('inquiry.answer', { allowed: rules.mayAnswer, records: ['inquiry.question-answered'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return questionPage(visit, form.errors)
    const answered = await commands.answerQuestion(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return answered.ok
      ? redirectSaying(visit.to('inquiry.question', visit.params), done(visit, 'answered'))
      : refusedWith(visit, answered.refusal)
  }),

  route('inquiry.judge', { allowed: rules.mayAsk, records: ['inquiry.answer-judged'] }, async (visit) => {
    const form = readForm(visit, judgeForm)
    if (!form.ok) return questionPage(visit, form.errors)
    const { verdict, words } = form.value
    const input = { ...atOf(visit), isAnswer: verdict === 'yes', words, calendar: visit.jurisdiction }
    const judged = await commands.judgeAnswer(visit.database, visit.actor, input)
    if (judged.ok)
      return redirectSaying(
        visit.to('inquiry.question', visit.params),
        done(visit, input.isAnswer ? 'settled' : 'reopened'),
      )
    if (judged.refusal === 'say-what-is-missing') return questionPage(visit, [errorOn(visit, 'words', judged.refusal)])
    return refusedWith(visit, judged.refusal)
  }),

  route('inquiry.notes', { allowed: anyone, records: 'nothing' }, (visit) => notesPage(visit)),

  route('inquiry.write-note', { allowed: rules.mayWriteNote, records: ['inquiry.note-written'] }, async (visit) => {
    const form = readForm(visit, noteForm)
    if (!form.ok) return notesPage(visit, form.errors)
    const input = { slug: visit.params.problem, ...form.value, language: visit.lang }
    const written = await commands.writeNote(visit.database, visit.actor, input)
    if (!written.ok) return refusedWith(visit, written.refusal)
    return redirectSaying(visit.to('inquiry.notes', visit.params), done(visit, 'note'))
  }),
]

type RefusalKey = Extract<InquiryKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never
type QuestionVisit = Visit<'inquiry.question'>
type ListVisit = Visit<'inquiry.questions'>

function say(visit: Visit) {
  return inquiryWords.say(visit.lang)
}

function done(visit: Visit, what: 'answered' | 'settled' | 'reopened' | 'note'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

function isAboutWhom(code: RefusalKey): boolean {
  return code === 'not-a-politician' || code === 'ask-another'
}

function errorOn(visit: Visit, name: string, code: RefusalKey): FieldError {
  return { field: name, text: say(visit)(`refused.${code}`) }
}

function refusedWith(visit: Visit, code: RefusalKey): Reply {
  return refused(say(visit)(`refused.${code}`))
}

/** Zero is nobody's number: what cannot be one is not found. */
function atOf({ params }: QuestionVisit): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : 0 }
}

async function questionsPage(visit: ListVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [questions, seated] = await Promise.all([
    store.questionsOf(visit.read, problem.id),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  const [people, hidden] = await Promise.all([
    politiciansById(visit.read, askedAmong(questions)),
    hiddenAmong(
      visit.read,
      questions.map((question) => question.id),
    ),
  ])
  const isTold = visit.jurisdiction.isTold
  return page({
    title: say(visit)('questions.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <QuestionsPage
        reader={visit}
        say={say(visit)}
        now={visit.now}
        typed={visit.form.typed}
        isTold={isTold}
        mayAsk={!isTold && rules.ask({ to: null, seated: [] }, visit.actor).ok}
        isVisitor={!isTold && !isSignedIn(visit.actor)}
        seated={seated.filter((politician) => politician.id !== visit.actor.person)}
        chosen={chosenOf(visit, seated)}
        deadline={visit.time.deadline(rules.dueAfter(visit.now, visit.jurisdiction))}
        {...{ errors, problem, questions, people, hidden }}
      />
    ),
  })
}

/** `?to=ragna-holm`, as a politician's own page links here. */
function chosenOf(visit: Visit, seated: readonly Politician[]): string {
  const slug = visit.query.get('to')
  return seated.find((politician) => politician.slug === slug)?.id ?? ''
}

function askedAmong(questions: readonly store.Question[]): readonly Id<'person'>[] {
  return [...new Set(questions.flatMap(({ to }) => (to === null ? [] : [to])))]
}

async function questionPage(visit: QuestionVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const question = problem && (await store.questionByNumber(visit.read, problem.id, number))
  if (!problem || !question) return notFound()
  const [rounds, people, hidden] = await Promise.all([
    store.roundsOf(visit.read, question.id),
    politiciansById(visit.read, askedAmong([question])),
    hiddenAmong(visit.read, [question.id]),
  ])
  const authors = await bylines(visit.read, [question.askedBy, ...rounds.map((round) => round.repliedBy)])
  const isOpen = !visit.jurisdiction.isTold && question.source === null
  const words = say(visit)
  const list = { text: words('questions.title'), href: visit.to('inquiry.questions', { problem: problem.slug }) }
  return page({
    title: hidden.has(question.id) ? words('questions.number', { number }) : question.question,
    crumbs: [...problemCrumbs(visit, problem), list],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <QuestionPage
        reader={visit}
        say={words}
        now={visit.now}
        typed={visit.form.typed}
        hidden={hidden.get(question.id)}
        may={{
          answer: isOpen && rules.answer(question, visit.actor).ok,
          judge: isOpen && rules.judge(question, { isAnswer: true, words: '' }, visit.actor).ok,
        }}
        {...{ errors, problem, question, rounds, people, authors }}
      />
    ),
  })
}

async function notesPage(visit: Visit<'inquiry.notes'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const notes = await store.notesOf(visit.read, problem.id)
  const [people, hidden] = await Promise.all([
    politiciansById(visit.read, [...new Set(notes.map((note) => note.person))]),
    hiddenAmong(
      visit.read,
      notes.map((note) => note.id),
    ),
  ])
  return page({
    title: say(visit)('notes.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NotesPage
        reader={visit}
        say={say(visit)}
        typed={visit.form.typed}
        isTold={visit.jurisdiction.isTold}
        mayWrite={!visit.jurisdiction.isTold && rules.writeNote(visit.actor).ok}
        {...{ errors, problem, notes, people, hidden }}
      />
    ),
  })
}
