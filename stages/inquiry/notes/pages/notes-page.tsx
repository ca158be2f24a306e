import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Form,
  PersonChip,
  Prose,
  Section,
  Select,
  SummaryList,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText, ReportThis, type Encounter, type Meeting } from '../../../meeting/index.ts'
import { BecameLink } from '../../../problem/index.ts'
import { questionWords } from '../../questions/messages/words.ts'
import type { Question } from '../../questions/store.ts'
import { positionWords } from '../../positions/messages/words.ts'
import type { SayNote } from '../messages/words.ts'
import type { Note } from '../store.ts'
import { CaseList } from '../../pages/case-list.tsx'
import { askedPerson, type Politicians } from '../../pages/people.ts'

/** What a note came from; without a page of its own where it was a talk. */
export type NoteOrigin = { readonly text: string; readonly href: string | undefined }

export type NotesPageProps = {
  readonly reader: Reader
  readonly say: SayNote
  readonly errors: Errors
  readonly typed: Typed
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly notes: readonly Note[]
  readonly people: Politicians
  readonly hidden: ReadonlyMap<Id, Hidden>
  readonly sources: ReadonlyMap<Id<'note'>, NoteOrigin>
  /** What the politician who looks can write of. */
  readonly meetings: readonly Meeting[]
  readonly encounters: readonly Encounter[]
  readonly questions: readonly Question[]
  /** As the address has it: the form has this one chosen. */
  readonly chosen: string
  readonly mayWrite: boolean
  /** Told from published sources: nobody writes here. */
  readonly isTold: boolean
}

/** What politicians heard in this case, what they changed, and why (R27). */
export function NotesPage(props: NotesPageProps) {
  const { reader, say, errors, problem, notes, mayWrite, isTold } = props
  return (
    <CaseList
      {...{ reader, errors, problem }}
      title={say('notes.title')}
      lead={say('notes.lead')}
      add={mayWrite && { id: 'write', title: say('write.title') }}
      items={notes.map((note) => (
        <OneNote {...props} note={note} />
      ))}
      count={say('notes.count', { count: notes.length })}
      isCountHidden
      none={
        isTold
          ? { title: null, next: say('notes.unknown') }
          : { title: say('notes.none'), next: say('notes.none-next') }
      }
      aside={
        <>
          {mayWrite ? <WriteNote {...props} /> : null}
          <p>
            <a href={reader.to('inquiry.positions', { problem: problem.slug })}>
              {positionWords.say(reader.lang)('positions.title')}
            </a>
          </p>
          <p>
            <a href={reader.to('inquiry.questions', { problem: problem.slug })}>
              {questionWords.say(reader.lang)('questions.title')}
            </a>
          </p>
        </>
      }
    />
  )
}

function OneNote({ reader, say, problem, people, hidden, sources, note }: NotesPageProps & { readonly note: Note }) {
  const stone = hidden.get(note.id)
  const origin = sources.get(note.id)
  const about = say('notes.number', { number: note.number })
  const day =
    note.source === null
      ? reader.time.day(note.writtenAt)
      : note.writtenOn
        ? reader.time.day(note.writtenOn)
        : reader.common('unknown')
  return (
    <article class="fm-stack fm-stack--3" id={`note-${note.number}`}>
      <h3 class="fm-mini">{[about, day].join(' · ')}</h3>
      <PersonChip {...askedPerson({ reader, people, to: note.person })} />
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <SummaryList
            rows={[
              ...(origin
                ? [
                    {
                      term: say('notes.from'),
                      value: origin.href ? <a href={origin.href}>{origin.text}</a> : origin.text,
                    },
                  ]
                : []),
              { term: say('notes.heard'), value: <Prose text={note.heard} lang={note.language} /> },
              { term: say('notes.changed'), value: <Prose text={note.changed} lang={note.language} /> },
              {
                term: say('notes.why'),
                value: note.why ? <Prose text={note.why} lang={note.language} /> : reader.common('unknown'),
              },
            ]}
          />
          {note.source === null ? null : (
            <div class="fm-mini">
              {reader.common('source')}: <Prose text={note.source} size="small" />
            </div>
          )}
          <BecameLink reader={reader} slug={problem.slug} thing={{ kind: 'note', id: note.id }} />
          <ReportThis reader={reader} thing={{ kind: 'note', id: note.id }} about={about} />
        </>
      )}
    </article>
  )
}

function WriteNote({ reader, say, problem, errors, typed, meetings, encounters, questions, chosen }: NotesPageProps) {
  const kept = { typed, errors, required: true, rows: 4, maxLength: 2000 }
  return (
    <Section id="write" title={say('write.title')} size="aside" lead={say('write.lead')}>
      <Form action={reader.to('inquiry.write-note', { problem: problem.slug })} labelledBy="write">
        <Select
          name="from"
          label={say('write.from')}
          help={say('write.from-help')}
          none={say('write.choose')}
          value={chosen}
          options={[
            ...meetings.map(({ id, number, title }) => ({
              value: `meeting:${id}`,
              label: say('write.from-meeting', { number, title }),
            })),
            ...encounters.map(({ id, number, about }) => ({
              value: `encounter:${id}`,
              label: say('write.from-encounter', { number, about }),
            })),
            ...questions.map(({ id, number, question }) => ({
              value: `question:${id}`,
              label: say('write.from-question', { number, question }),
            })),
            { value: 'talk', label: say('write.from-talk') },
          ]}
          required
          {...{ typed, errors }}
        />
        <TextField
          name="talk"
          label={say('write.talk')}
          help={say('write.talk-help')}
          maxLength={200}
          {...{ typed, errors }}
        />
        <TextArea name="heard" label={say('notes.heard')} help={say('write.heard-help')} {...kept} />
        <TextArea name="changed" label={say('notes.changed')} help={say('write.changed-help')} {...kept} />
        <TextArea name="why" label={say('notes.why')} {...kept} />
        <Button>{say('write.send')}</Button>
      </Form>
      <p>
        <a href={`${reader.to('inquiry.positions', { problem: problem.slug })}#take`}>{say('write.stand')}</a>
      </p>
    </Section>
  )
}
