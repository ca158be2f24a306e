import { Empty, Head, OutlineMap, Table } from '../../../../ui/index.ts'
import type { IdeaCounts } from '../list-store.ts'
import { ideaQueryText } from '../list-rules.ts'
import type { PlaceMap } from '../where.ts'
import type { IdeaWords } from './words.ts'

export type IdeasMapPageProps = IdeaWords & {
  readonly slug: string
  readonly question: string
  /** Null where the place has given none: then the table stands alone. */
  readonly map: PlaceMap | null
  readonly counts: IdeaCounts
}

export function IdeasMapPage({ reader, say, slug, question, map, counts }: IdeasMapPageProps) {
  const { areas, all } = counts
  const said = areas.reduce((sum, { count }) => sum + count, 0)
  const list = (area: string): string =>
    reader.to('draft.ideas', { problem: slug }) +
    ideaQueryText({ order: 'newest', kind: null, isCited: null, area, page: 1 })
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('map.title')} lead={say('map.lead', { count: said, all })} />
      {areas.length === 0 ? (
        <Empty title={say('map.none')} level={2}>
          {say('map.none-next')}
        </Empty>
      ) : (
        <>
          {map ? (
            <OutlineMap
              label={say('map.label', { count: areas.length, most: areas[0]?.area ?? '' })}
              width={map.frame.width}
              height={map.frame.height}
              rings={map.outline.rings.map((ring) =>
                ring.map(([longitude, latitude]) => map.frame.toPicture({ latitude, longitude })),
              )}
              dots={areas.flatMap(({ area, count }) => {
                const at = [...map.outline.places, ...map.frame.squares].find(({ name }) => name === area)
                return at ? [{ ...map.frame.toPicture(at), count }] : []
              })}
              names={map.outline.places.map((place) => ({ ...map.frame.toPicture(place), text: place.name }))}
            />
          ) : null}
          <Table
            caption={say('map.table')}
            columns={[{ label: say('map.area') }, { label: say('map.count'), isNumber: true }]}
            rows={areas.map(({ area, count }) => ({
              cells: [<a href={list(area)}>{area}</a>, String(count)],
            }))}
          />
        </>
      )}
      <p>
        <a href={reader.to('draft.ideas', { problem: slug })}>{say('idea.all')}</a>
      </p>
    </div>
  )
}
