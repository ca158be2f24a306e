import { anyone } from '@folkmoot/basics/actor.ts'
import { outlineFrame, outlineOf } from '../../platform/directory/index.ts'
import { file, notFound, route, type Route } from '../../platform/http/index.ts'
import { OutlineMap } from '../../ui/index.ts'

/** The picture of the place on which one presses to say where: with its names and squares, the same for everybody. */
export const outlineRoutes: readonly Route[] = [
  route('outline', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const outline = await outlineOf(visit.read)
    if (!outline) return notFound()
    const frame = outlineFrame(outline)
    const picture: { toString: () => unknown } = (
      <OutlineMap
        label={visit.jurisdiction.name}
        width={frame.width}
        height={frame.height}
        rings={outline.rings.map((ring) =>
          ring.map(([longitude, latitude]) => frame.toPicture({ latitude, longitude })),
        )}
        names={outline.places.map((place) => ({ ...frame.toPicture(place), text: place.name }))}
        squares={{ side: frame.squareSide, all: frame.squares }}
        isFile
      />
    )
    return file({ body: picture.toString() as string, mediaType: 'image/svg+xml' }) // rendered without waiting
  }),
]
