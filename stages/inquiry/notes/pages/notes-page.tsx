import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Form,
  HiddenField,
  PersonChip,
  Prose,
  Section,
  Select,
  StaffLabel,
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

/** In whose name a note can be written: one's own, or that of a politician one prepares for. */
export type NoteWriter = {
  readonly person: Id<'person'>
  readonly behalf: { readonly name: string; readonly isStaff: boolean } | null
}

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
  /** Who looks writes in this name, and could in the others; undefined for who cannot. */
  readonly writer: NoteWriter | undefined
  readonly otherWriters: readonly NoteWriter[]
  /** Of those who wrote on another's behalf. */
  readonly bylines: ReadonlyMap<Id<'account'>, Byline>
  /** Told from published sources: nobody writes here. */
  readonly isTold: boolean
}

/** What politicians heard in this case, what they changed, and why (R27). */
export function NotesPage(props: NotesPageProps) {
  const { reader, say, errors, problem, notes, writer, isTold } = props
  return (
    <CaseList
      {...{ reader, errors, problem }}
      title={say('notes.title')}
      lead={say('notes.lead')}
      add={writer !== undefined && { id: 'write', title: writeTitle(say, writer) }}
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
          {writer ? <WriteNote {...props} writer={writer} /> : null}
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

function writeTitle(say: SayNote, { behalf }: NoteWriter): string {
  return behalf ? say('write.title-for', { name: behalf.name }) : say('write.title')
}

/** Who wrote it for her, as nobody may overlook. */
function OnBehalf({ say, people, bylines, note }: NotesPageProps & { readonly note: Note }) {
  if (note.onBehalf === null) return null
  const politician = people.get(note.person)?.name ?? ''
  const name = (note.account && bylines.get(note.account)?.name) || say('notes.somebody')
  const words = say('notes.on-behalf', { name, politician, kind: note.onBehalf })
  return <p class="fm-mini">{note.onBehalf === 'staff' ? <StaffLabel>{words}</StaffLabel> : words}</p>
}

function OneNote(props: NotesPageProps & { readonly note: Note }) {
  const { reader, say, problem, people, hidden, sources, note } = props
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
      <OnBehalf {...props} />
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

type WriteNoteProps = NotesPageProps & { readonly writer: NoteWriter }

function WriteNote(props: WriteNoteProps) {
  const { reader, say, problem, errors, typed, meetings, encounters, questions, chosen, writer } = props
  const { behalf } = writer
  const kept = { typed, errors, required: true, rows: 4, maxLength: 2000 }
  return (
    <Section
      id="write"
      title={writeTitle(say, writer)}
      size="aside"
      lead={behalf ? say('write.lead-for', { name: behalf.name }) : say('write.lead')}
    >
      <Form action={reader.to('inquiry.write-note', { problem: problem.slug })} labelledBy="write">
        {behalf ? <HiddenField name="behalf" value={writer.person} /> : null}
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
      {behalf ? null : (
        <p>
          <a href={`${reader.to('inquiry.positions', { problem: problem.slug })}#take`}>{say('write.stand')}</a>
        </p>
      )}
      <OtherWriters {...props} />
    </Section>
  )
}

/** The other names one can write in, each on a page of its own: what can be chosen above is different for each. */
function OtherWriters({ reader, say, problem, otherWriters }: NotesPageProps) {
  const to = reader.to('inquiry.notes', { problem: problem.slug })
  return otherWriters.map(({ person, behalf }) => (
    <p>
      <a href={behalf ? `${to}?behalf=${person}#write` : `${to}#write`}>
        {behalf ? say('write.title-for', { name: behalf.name }) : say('write.title')}
      </a>
    </p>
  ))
}
