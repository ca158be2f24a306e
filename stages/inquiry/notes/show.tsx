import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines, delegationsTo } from '../../../platform/identity/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { encountersById, meetingsById } from '../../meeting/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { questionsById } from '../questions/store.ts'
import { encountersHeld, meetingsHeard, questionsHeard } from './heard.ts'
import { noteWords } from './messages/words.ts'
import { NotesPage, type NoteOrigin, type NoteWriter } from './pages/notes-page.tsx'
import * as store from './store.ts'

export async function notesPage(visit: Visit<'inquiry.notes'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const notes = await store.notesOf(visit.read, problem.id)
  const [own, ...others] = await writersFor(visit)
  const person = own?.person ?? null
  const [sources, meetings, encounters, questions, people, hidden, bylinesOf] = await Promise.all([
    sourcesOf(visit, problem, notes),
    person ? meetingsHeard(visit.read, person, problem.id) : [],
    person ? encountersHeld(visit.read, person, { problem: problem.id, now: visit.now }) : [],
    person ? questionsHeard(visit.read, person, problem.id) : [],
    politiciansById(visit.read, [...new Set(notes.map((note) => note.person))]),
    hiddenAmong(
      visit.read,
      notes.map((note) => note.id),
    ),
    bylines(
      visit.read,
      notes.flatMap(({ account, onBehalf }) => (onBehalf === null ? [] : [account])),
    ),
  ])
  return page({
    title: noteWords.say(visit.lang)('notes.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NotesPage
        reader={visit}
        say={noteWords.say(visit.lang)}
        typed={visit.form.typed}
        isTold={visit.jurisdiction.isTold}
        writer={visit.jurisdiction.isTold ? undefined : own}
        otherWriters={others}
        bylines={bylinesOf}
        chosen={visit.query.get('from') ?? ''}
        {...{ errors, problem, notes, people, hidden, sources, meetings, encounters, questions }}
      />
    ),
  })
}

/**
 * In whose name the one who looks can write: first that which the address or the form names, else her own, else the first of those
 * she prepares for.
 */
async function writersFor(visit: Visit<'inquiry.notes'>): Promise<readonly NoteWriter[]> {
  const { actor, read, now } = visit
  const to = actor.account === null ? [] : await delegationsTo(read, actor.account, now)
  const own = actor.person !== null && holds(actor, 'politician') ? [{ person: actor.person, behalf: null }] : []
  const all = [
    ...own,
    ...to.flatMap((one) =>
      one.holds ? [{ person: one.person, behalf: { name: one.personName, isStaff: one.isStaff } }] : [],
    ),
  ]
  const asked = visit.form.typed['behalf']?.[0] ?? visit.query.get('behalf') ?? ''
  const first = all.find(({ person, behalf }) => behalf !== null && person === asked) ?? all[0]
  return first ? [first, ...all.filter((one) => one !== first)] : []
}

/** What each note came from, in words, with the way there. A question that is hidden is named by its number. */
async function sourcesOf(
  visit: Visit<'inquiry.notes'>,
  problem: Problem,
  notes: readonly store.Note[],
): Promise<ReadonlyMap<Id<'note'>, NoteOrigin>> {
  const say = noteWords.say(visit.lang)
  const [held, meetings, questions] = await Promise.all([
    encountersById(
      visit.read,
      notes.flatMap(({ encounter }) => (encounter === null ? [] : [encounter])),
    ),
    meetingsById(
      visit.read,
      notes.flatMap(({ meeting }) => (meeting === null ? [] : [meeting])),
    ),
    questionsById(
      visit.read,
      notes.flatMap(({ question }) => (question === null ? [] : [question])),
    ),
  ])
  const hidden = await hiddenAmong(
    visit.read,
    questions.map(({ id }) => id),
  )
  return new Map(
    notes.flatMap((note): readonly (readonly [Id<'note'>, NoteOrigin])[] => {
      const meeting = meetings.find(({ id }) => id === note.meeting)
      const question = questions.find(({ id }) => id === note.question)
      const at = { problem: problem.slug }
      if (meeting) {
        const text = say('write.from-meeting', { number: meeting.number, title: meeting.title })
        return [[note.id, { text, href: visit.to('meeting.page', { ...at, number: meeting.number }) }]]
      }
      const talk = held.find(({ id }) => id === note.encounter)
      if (talk) return [[note.id, { text: talk.about, href: visit.to('meeting.encounter', { number: talk.number }) }]]
      if (question) {
        const words = hidden.has(question.id) ? hiddenWords : question.question
        const text = say('write.from-question', { number: question.number, question: words })
        return [[note.id, { text, href: visit.to('inquiry.question', { ...at, number: question.number }) }]]
      }
      return note.talk === '' ? [] : [[note.id, { text: note.talk, href: undefined }]]
    }),
  )
}
