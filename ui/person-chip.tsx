import type { Child } from 'hono/jsx'
import { Face, initialsOf, type Role } from './face.tsx'

export type Person = {
  readonly name: string
  readonly role: Role
  /** What the person stands here as, in words, for the shape alone tells few: "Mayor · Harbour List", "Resident". */
  readonly line: string
  readonly href?: string | undefined
}

export type PersonChipProps = Person & {
  readonly size?: 's' | undefined
  /** Whose initials the face has, where the words say more than the name: "Be Ragna Holm". */
  readonly of?: string | undefined
}

/** Who: shape, name, and what the person stands here as. */
export function PersonChip({ name, role, line, href, size, of = name }: PersonChipProps) {
  return (
    <span class="fm-person">
      <Face role={role} initials={initialsOf(of)} size={size} />
      <span class="fm-person__text">
        <bdi class="fm-person__who">
          {href ? (
            <a href={href} class="fm-person__name">
              {name}
            </a>
          ) : (
            <span class="fm-person__name">{name}</span>
          )}
        </bdi>
        <span class="fm-person__line">{line}</span>
      </span>
    </span>
  )
}

export type PeopleProps = { readonly people: readonly Person[]; readonly isColumn?: boolean | undefined }

/** Several people as a list. */
export function People({ people, isColumn }: PeopleProps) {
  return (
    <ul class={isColumn ? 'fm-plain fm-stack fm-stack--3' : 'fm-plain fm-faces'}>
      {people.map((person) => (
        <li>
          <PersonChip {...person} />
        </li>
      ))}
    </ul>
  )
}

export type LedByProps = {
  /** Named in the sentence with what they are. */
  readonly people: readonly Pick<Person, 'name' | 'role'>[]
  readonly children: Child
}

/** Faces in a row with one sentence: "Led by Ragna Holm, Harbour List". The sentence is finished words with links. */
export function LedBy({ people, children }: LedByProps) {
  return (
    <div class="fm-led">
      <span class="fm-led__faces">
        {people.map((person) => (
          <Face role={person.role} initials={initialsOf(person.name)} size="s" />
        ))}
      </span>
      <span>{children}</span>
    </div>
  )
}
