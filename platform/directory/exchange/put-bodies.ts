import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Json, JsonObject } from '@folkmoot/basics/json.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import type { Tx } from '../../db/index.ts'
import type { BodyKind } from '../people.ts'
import { isObject } from './item.ts'
import { PopoloError } from './popolo-error.ts'
import { batches, sortOut, type Put, type Report } from './put.ts'
import type { Organization } from './read-popolo.ts'

export type WantedBody = Pick<Organization, 'where' | 'id' | 'name' | 'parent' | 'popolo'> & {
  readonly kind: BodyKind
  /** What lies beside the lists of the file; null for all bodies but the council. */
  readonly rest: JsonObject | null
}

/** Under this key of a body's `popolo` lies what the file held besides people, bodies and memberships. */
export const restKey = '$file'

/**
 * Adds and renews bodies. One that was set up here by hand is taken for the file's when name and kind agree; an empty
 * council set up here becomes the file's, whatever it was called.
 */
export async function putBodies(tx: Tx, bodies: readonly WantedBody[], report: Report): Promise<Put<'body'>> {
  const rows = await bodiesThere(tx)
  const known = new Map(rows.map((row) => [row.popolo_id ?? row.id, row]))
  const ids = new Map<string, Id<'body'>>([...known].map(([key, row]) => [key, row.id]))
  const same = bodies.map((body) => known.get(body.id) ?? rows.find((row) => isTheSame(row, body)))
  const council = bodies.findIndex(isCouncil)
  const befores =
    council === -1 || same[council] ? same : same.with(council, await emptyCouncil(tx, without(rows, same)))
  bodies.forEach((body, at) => ids.set(body.id, befores[at]?.id ?? newId('body')))
  const slugs = new Set(rows.map((row) => row.slug))
  const sorted = sortOut(
    bodies.map((body, at) => {
      const before = befores[at]
      const slug = before?.slug ?? freeSlug(slugOf(body.name, 'body'), slugs)
      slugs.add(slug)
      return { row: rowOf(body, { before, slug, ids }), before }
    }),
  )
  for (const batch of batches(sorted.fresh)) {
    const values = batch.map((row) => ({
      jurisdiction_id: tx.jurisdiction,
      ...row,
      popolo: JSON.stringify(row.popolo),
    }))
    await tx.insertInto('directory.body').values(values).execute()
    report(batch.length)
  }
  for (const { id, slug: _, ...row } of sorted.altered) {
    await tx
      .updateTable('directory.body')
      .set({ ...row, popolo: JSON.stringify(row.popolo) })
      .where('id', '=', id)
      .execute()
  }
  report(bodies.length - sorted.fresh.length)
  return { ids, added: sorted.fresh.length, changed: sorted.altered.length, unchanged: sorted.same }
}

type BodyRow = Awaited<ReturnType<typeof bodiesThere>>[number]

function bodiesThere(tx: Tx) {
  return tx
    .selectFrom('directory.body')
    .select(['id', 'slug', 'name', 'kind', 'parent_id', 'popolo', 'popolo_id'])
    .execute()
}

function isTheSame(row: BodyRow, body: WantedBody): boolean {
  return row.popolo_id === null && row.name === body.name && row.kind === body.kind
}

function isCouncil({ kind }: { readonly kind: string }): boolean {
  return kind === 'council' || kind === 'parliament'
}

function without(rows: readonly BodyRow[], taken: readonly (BodyRow | undefined)[]): readonly BodyRow[] {
  return rows.filter((row) => !taken.includes(row))
}

/** The one council set up by hand in which nobody ever sat and which resolved nothing; undefined beside another. */
async function emptyCouncil(tx: Tx, rows: readonly BodyRow[]): Promise<BodyRow | undefined> {
  const [council, ...others] = rows.filter((row) => row.popolo_id === null && isCouncil(row))
  if (!council || others.length > 0) return undefined
  const [member, resolution] = [
    await tx.selectFrom('directory.membership').select('id').where('body_id', '=', council.id).executeTakeFirst(),
    await tx.selectFrom('directory.resolution').select('id').where('body_id', '=', council.id).executeTakeFirst(),
  ]
  return member || resolution ? undefined : council
}

type Standing = {
  readonly before: BodyRow | undefined
  readonly slug: string
  readonly ids: ReadonlyMap<string, Id<'body'>>
}

function rowOf(body: WantedBody, { before, slug, ids }: Standing) {
  const parent = body.parent === null ? null : ids.get(body.parent)
  if (parent === undefined) throw new PopoloError(`${body.where}: parent_id ‘${body.parent}’ is unknown`)
  const rest = body.rest ?? restOf(before?.popolo)
  return {
    id: ids.get(body.id) as Id<'body'>, // set for every body of the file
    slug,
    name: body.name,
    kind: body.kind,
    parent_id: parent,
    popolo: rest === undefined ? body.popolo : { ...body.popolo, [restKey]: rest },
    popolo_id: before?.id === body.id ? before.popolo_id : body.id,
  }
}

export function restOf(popolo: Json | undefined): JsonObject | undefined {
  const rest = isObject(popolo) ? popolo[restKey] : undefined
  return isObject(rest) ? rest : undefined
}
