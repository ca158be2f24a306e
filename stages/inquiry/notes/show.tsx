import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { noteWords } from './messages/words.ts'
import { NotesPage } from './pages/notes-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

export async function notesPage(visit: Visit<'inquiry.notes'>, errors: readonly FieldError[] = []): Promise<Reply> {
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
    title: noteWords.say(visit.lang)('notes.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NotesPage
        reader={visit}
        say={noteWords.say(visit.lang)}
        typed={visit.form.typed}
        isTold={visit.jurisdiction.isTold}
        mayWrite={!visit.jurisdiction.isTold && rules.writeNote(visit.actor).ok}
        {...{ errors, problem, notes, people, hidden }}
      />
    ),
  })
}
