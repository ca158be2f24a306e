import { Radios } from './choice-field.tsx'
import type { Errors, Typed } from './field.tsx'
import { Details, Note } from './note.tsx'
import { SummaryList } from './summary-list.tsx'
import { HiddenField } from './text-field.tsx'

type Choice = { readonly value: string; readonly label: string }

export type VoteNameFieldsProps = {
  readonly legend: string
  readonly help: string
  readonly most: { readonly name: string; readonly label: string; readonly help: string }
  /** What stands above the people: "Who did otherwise?". */
  readonly exceptions: string
  readonly choices: readonly Choice[]
  /** One field each; `value`: what is to be recorded of her. */
  readonly people: readonly { readonly name: string; readonly label: string; readonly value: string | undefined }[]
  /** The count as it would be recorded, once everybody's vote is known. */
  readonly counted:
    | { readonly name: string; readonly value: string; readonly words: string; readonly next: string }
    | undefined
  readonly typed: Typed
  readonly errors: Errors
}

/** Votes by name: how most voted, then who did otherwise; once counted, everybody's. Folded: many bodies do not vote so. */
export function VoteNameFields(props: VoteNameFieldsProps) {
  const { legend, help, most, exceptions, choices, people, counted, typed, errors } = props
  const isTyped = [most, ...people].some(({ name }) => Object.hasOwn(typed, name))
  return (
    <Details summary={legend} isOpen={isTyped || errors.some(({ field }) => field === most.name)}>
      {counted ? (
        <HiddenField name={counted.name} value={counted.value} />
      ) : (
        <>
          <p class="fm-small">{help}</p>
          <Radios {...most} options={choices} isInline isUnmarked {...{ typed, errors }} />
        </>
      )}
      <div class="fm-roll" role="group" aria-label={exceptions}>
        <p class="ds-label">{exceptions}</p>
        {people.map(({ name, label, value }) => (
          <Radios
            {...{ name, label, value }}
            typed={value === undefined ? typed : {}}
            options={choices}
            isInline
            isUnmarked
          />
        ))}
      </div>
    </Details>
  )
}

export type CountedNoteProps = Pick<VoteNameFieldsProps, 'counted'> & { readonly isRefused: boolean }

/** Said at the top of the page that came back with the count: it was no mistake, and nothing is recorded yet. */
export function CountedNote({ counted, isRefused }: CountedNoteProps) {
  return counted ? (
    <div role="status">
      <Note icon="info">
        <p>
          <strong>{counted.words}</strong>
        </p>
        {isRefused ? null : <p>{counted.next}</p>}
      </Note>
    </div>
  ) : null
}

export type VoteNamesProps = {
  readonly title: string
  readonly groups: readonly {
    readonly term: string
    readonly people: readonly { readonly name: string; readonly href: string }[]
  }[]
}

/** Who voted how, each linked to her record; nothing where nobody was named. */
export function VoteNames({ title, groups }: VoteNamesProps) {
  const rows = groups.filter(({ people }) => people.length > 0)
  if (rows.length === 0) return null
  return (
    <Details summary={title}>
      <SummaryList
        rows={rows.map(({ term, people }) => ({
          term,
          value: people.map(({ name, href }, at) => (
            <>
              {at === 0 ? '' : ', '}
              <a href={href}>{name}</a>
            </>
          )),
        }))}
      />
    </Details>
  )
}
