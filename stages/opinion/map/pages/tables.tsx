import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import { Section, ShareBar, Table } from '../../../../ui/index.ts'
import { langOf } from '../../pages/answer-form.tsx'
import type { Statement } from '../../store.ts'
import { letterOf } from '../letter.ts'
import type { SayMap } from '../messages/words.ts'
import type { PublishedStatement } from '../lists.ts'
import type { PublishedGroup, PublishedMap } from '../published.ts'
import type { Tenths } from '../tenths.ts'
import { tellsApart } from './telling.ts'

export type TableParts = {
  readonly reader: Pick<Reader, 'to'>
  readonly say: SayMap
  readonly slug: string
  readonly map: PublishedMap
  /** By number; what was hidden since is not among them. */
  readonly statements: ReadonlyMap<number, Statement>
}

type Side = 'agree' | 'disagree'

export function Agreed(props: TableParts) {
  const { say, map } = props
  const isCrowd = map.groups.length === 0
  const rows = readable(props, map.agreed)
  return (
    <Section
      id="agree"
      title={say('agree.title')}
      lead={rows.length === 0 ? say('agree.none', finalOf(map)) : say(isCrowd ? 'agree.lead-crowd' : 'agree.lead')}
    >
      {rows.length === 0 ? null : (
        <Table
          caption={say(isCrowd ? 'agree.caption-crowd' : 'agree.caption')}
          isCaptionHidden
          columns={[
            { label: say('table.statement'), width: 'most' },
            { label: say('agree.side'), width: 'least' },
            { label: say('agree.least'), width: 'least' },
            ...groupColumns(props),
          ]}
          rows={rows.map(({ number, side, least }) => ({
            cells: [
              titleOf(props, number),
              say(`side.${side}`),
              say('tenths.least', { tenths: least }),
              ...sharesOf(props, number, side),
            ],
          }))}
        />
      )}
    </Section>
  )
}

export function Thoughts(props: TableParts) {
  const { say, map } = props
  if (map.groups.length === 0) return null
  return (
    <Section id="thinks" title={say('thinks.title')} lead={say('thinks.lead')}>
      {map.groups.map((group) => (
        <GroupThoughts {...props} group={group} />
      ))}
    </Section>
  )
}

function GroupThoughts(props: TableParts & { readonly group: PublishedGroup }) {
  const { say, group } = props
  const letter = letterOf(group.letter)
  const rows = readable(props, group.thinks).filter((thought) => tellsApart(props.map, group, thought))
  return (
    <Section id={`group-${letter}`} level={3} size="mid" title={say('who.group', { letter })}>
      {rows.length === 0 ? (
        <p class="fm-text">{say('thinks.none', finalOf(props.map))}</p>
      ) : (
        <Table
          caption={say('thinks.caption', { letter })}
          isCaptionHidden
          columns={[
            { label: say('table.statement'), width: 'most' },
            { label: say('thinks.side'), width: 'least' },
            { label: say('thinks.sure'), width: 'least' },
            ...groupColumns(props),
          ]}
          rows={rows.map(({ number, side, isSure }) => ({
            cells: [
              titleOf(props, number),
              say(`side.${side}`),
              say(isSure ? 'thinks.is-sure' : 'thinks.is-unsure'),
              ...sharesOf(props, number, side),
            ],
          }))}
        />
      )}
    </Section>
  )
}

export function Divides(props: TableParts) {
  const { say, map } = props
  if (map.groups.length === 0) return null
  const rows = readable(
    props,
    map.divides.map((number) => ({ number })),
  )
  return (
    <Section id="divides" title={say('divides.title')} lead={say(rows.length === 0 ? 'divides.none' : 'divides.lead')}>
      {rows.length === 0 ? null : (
        <Table
          caption={say('divides.caption')}
          isCaptionHidden
          columns={[{ label: say('table.statement'), width: 'most' }, ...groupColumns(props)]}
          rows={rows.map(({ number }) => ({ cells: [titleOf(props, number), ...sharesOf(props, number, 'agree')] }))}
        />
      )}
    </Section>
  )
}

export function Uneven(props: TableParts) {
  const { say, map } = props
  if (map.groups.length === 0) return null
  const rows = readable(props, map.uneven)
  return (
    <Section id="uneven" title={say('uneven.title')} lead={say(rows.length === 0 ? 'uneven.even' : 'uneven.lead')}>
      {rows.length === 0 ? null : (
        <Table
          caption={say('uneven.caption')}
          isCaptionHidden
          columns={[{ label: say('table.statement'), width: 'most' }, ...groupColumns(props)]}
          rows={rows.map(({ number, seen }) => ({
            cells: [titleOf(props, number), ...seen.map((tenths) => share(say, tenths))],
          }))}
        />
      )}
    </Section>
  )
}

/** After the close nothing comes any more. */
function finalOf({ isFinal }: PublishedMap): { readonly final: 'yes' | 'no' } {
  return { final: isFinal ? 'yes' : 'no' }
}

/** What was hidden after the map was drawn is gone from its page at once. */
function readable<Row extends { readonly number: number }>(
  { statements }: TableParts,
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter(({ number }) => statements.has(number))
}

function groupColumns({ say, map }: TableParts): readonly { readonly label: string }[] {
  return map.groups.map(({ letter }) => ({ label: say('table.group', { letter: letterOf(letter) }) }))
}

function titleOf({ reader, slug, statements }: TableParts, number: number): Child {
  const statement = statements.get(number)
  if (!statement) return null
  return (
    <a href={reader.to('opinion.statement', { problem: slug, number })} lang={langOf(statement)}>
      {statement.text}
    </a>
  )
}

function sharesOf({ say, map }: TableParts, number: number, side: Side): readonly Child[] {
  const found: PublishedStatement | undefined = map.statements.find((one) => one.number === number)
  return map.groups.map((_, at) => share(say, found?.groups[at]?.[side] ?? null))
}

function share(say: SayMap, tenths: Tenths): Child {
  return tenths === null ? say('tenths.none') : <ShareBar share={tenths / 10} words={say('tenths', { tenths })} />
}
