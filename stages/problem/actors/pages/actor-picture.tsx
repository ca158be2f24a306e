import type { Reader } from '../../../../platform/http/index.ts'
import { GridChart } from '../../../../ui/index.ts'
import type { SayActor } from '../messages/words.ts'
import { isAffected } from '../missing.ts'
import { columnOf, columns, looks, placeOf, rowOf, rows, shapes } from '../picture.ts'
import { kinds, standings } from '../rules.ts'
import type { ActorRow } from '../store.ts'

export type ActorPictureProps = {
  readonly reader: Reader
  readonly say: SayActor
  readonly actors: readonly ActorRow[]
}

/** Who stands where: by how much it is affected and what it can bring. The table beside says the same. */
export function ActorPicture({ say, actors }: ActorPictureProps) {
  const affected = actors.filter(isAffected)
  const taking = affected.filter(({ standing }) => standing === 'takes-part').length
  return (
    <GridChart
      id="picture"
      title={say('map.picture', { affected: affected.length, taking })}
      lead={say('map.picture-how')}
      columns={columns.map((column) => say(`column.${column}`))}
      rows={rows.map((row) => say(`row.${row}`))}
      marks={actors.map((actor) => ({
        ...placeOf(actor),
        label: String(actor.number),
        name: say('mark.name', {
          number: String(actor.number),
          name: actor.name,
          column: say(`column.${columnOf(actor)}`),
          row: say(`row.${rowOf(actor)}`),
          standing: say(`standing.${actor.standing}`),
        }),
        href: `#actor-${actor.number}`,
      }))}
      legend={[
        ...kinds.map((kind) => ({ shape: shapes[kind], look: 'plain' as const, words: say(`kind.${kind}`) })),
        ...standings
          .filter((standing) => standing !== 'unknown')
          .map((standing) => ({
            shape: 'circle' as const,
            look: looks[standing],
            words: say(`standing.${standing}`),
          })),
      ]}
    />
  )
}
