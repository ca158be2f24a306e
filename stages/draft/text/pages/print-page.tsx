import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import { Head, Prose, Said, Sentence, saidHere } from '../../../../ui/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import { Minority } from '../../pages/minority.tsx'
import { HiddenText } from '../../pages/parts.tsx'
import type { SayText } from '../messages/words.ts'
import type { Text, TextSection } from '../text.ts'
import { sharesIn } from './shares.tsx'

export type PrintPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  /** Of the case: the language its group writes in. */
  readonly language: string
  readonly text: Text
  readonly hidden: ReadonlyMap<Id, Tombstone>
  /** Every source once, in the order in which the text first names it. */
  readonly notes: readonly { readonly title: string; readonly href: string }[]
  /** The numbers of its notes, by clause. */
  readonly notesOf: ReadonlyMap<Id<'clause'>, readonly number[]>
  readonly isFrozen: boolean
  readonly isTold: boolean
}

/** The text for paper: contents, numbered sections and clauses, and what each comes from as numbered notes at the end. */
export function PrintPage(props: PrintPageProps) {
  const { reader, say, sayDraft, slug, question, text, isFrozen, isTold } = props
  const saved = text.savedAt && { version: text.version, day: reader.time.day(text.savedAt) }
  return (
    <article class="fm-paper fm-stack fm-stack--6">
      <Head
        eyebrow={saved ? say('print.eyebrow', saved) : undefined}
        title={
          <Sentence text={sayDraft('page.heading', { question: saidHere })}>
            <Said lang={props.language}>{question}</Said>
          </Sentence>
        }
        lead={isTold ? sayDraft('page.lead-told') : say(isFrozen ? 'print.lead-handed-over' : 'print.lead')}
      />
      <p class="fm-noprint">
        <a href={reader.to('draft.page', { problem: slug })}>{say('print.back')}</a>
      </p>
      <p>
        {say('print.clauses', { sections: text.sections.length, clauses: text.clauses, uncited: text.uncited })}{' '}
        {text.shares ? say('print.written-by', { shares: sharesIn(say, text.shares) }) : ''}
      </p>
      <nav aria-labelledby="contents">
        <h2 id="contents">{say('contents.title')}</h2>
        <ol class="fm-contents is-numbered">
          {text.sections.map((section) => (
            <li>
              <a href={`#section-${section.position}`}>{titleOf(props, section)}</a>
            </li>
          ))}
          {props.notes.length > 0 ? (
            <li>
              <a href="#notes">{say('print.notes')}</a>
            </li>
          ) : null}
        </ol>
      </nav>
      {text.sections.map((section) => (
        <OneSection {...props} section={section} />
      ))}
      <Notes {...props} />
    </article>
  )
}

function titleOf({ say, hidden }: PrintPageProps, { id, position, heading, recommendation }: TextSection): string {
  const isHidden = hidden.has(id) || (recommendation !== null && hidden.has(recommendation.id))
  return isHidden ? say('section.name', { number: position }) : heading
}

function OneSection(props: PrintPageProps & { readonly section: TextSection }) {
  const { reader, say, sayDraft, hidden, section, notesOf } = props
  const { id, position, recommendation, intro, clauses } = section
  const stone = hidden.get(id) ?? (recommendation ? hidden.get(recommendation.id) : undefined)
  return (
    <section class="fm-stack fm-stack--3" aria-labelledby={`section-${position}`}>
      <h2 id={`section-${position}`}>
        {position}. {titleOf(props, section)}
      </h2>
      <p class="fm-mini">
        {recommendation ? sayDraft('rec.name', { number: recommendation.number }) : say('kind.passage')}
        {recommendation
          ? `. ${sayDraft(`agreement.${recommendation.agreement?.kind ?? (recommendation.source === null ? 'open' : 'unknown')}`)}`
          : ''}
      </p>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          {intro ? <Prose text={intro} lang={props.language} /> : null}
          {clauses.map((clause) => {
            const tomb = hidden.get(clause.id)
            return tomb ? (
              <HiddenText reader={reader} stone={tomb} />
            ) : (
              <p id={`clause-${clause.id}`}>
                <span class="fm-paper__no">
                  {position}.{clause.number}
                </span>{' '}
                <Said lang={props.language}>{clause.text}</Said>{' '}
                {clause.cites === 0 ? (
                  <em class="fm-mini">[{say('print.uncited')}]</em>
                ) : (
                  <NoteLinks say={say} numbers={notesOf.get(clause.id) ?? []} />
                )}
              </p>
            )
          })}
          {recommendation ? <Minority say={sayDraft} recommendation={recommendation} lang={props.language} /> : null}
        </>
      )}
    </section>
  )
}

function NoteLinks({ say, numbers }: { readonly say: SayText; readonly numbers: readonly number[] }) {
  if (numbers.length === 0) return null
  return (
    <span class="fm-mini">
      [
      {numbers.map((number, i) => (
        <>
          {i > 0 ? ', ' : ''}
          <a href={`#note-${number}`} aria-label={say('print.note', { number })}>
            {number}
          </a>
        </>
      ))}
      ]
    </span>
  )
}

function Notes({ say, notes }: PrintPageProps) {
  if (notes.length === 0) return null
  return (
    <section class="fm-stack fm-stack--3" aria-labelledby="notes">
      <h2 id="notes">{say('print.notes')}</h2>
      <p>{say('print.notes-lead')}</p>
      <ol class="fm-notes">
        {notes.map(({ title, href }, i) => (
          <li id={`note-${i + 1}`}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
