// npm run bench -- log: methods/transparency-log, each figure in a process of its own: leaves a second appended to tiles (with and
// without hashing the entries), proofs a second made from tiles and verified, and memory, at 1 and 10 million leaves.
// ROUNDS=5 LEAVES=1000000,10000000 npm run bench -- log
// No npm package that is kept makes proofs from tiles; @transmute/rfc9162 (2023) wants the whole list of entries for each proof.
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { cpus } from 'node:os'
import { emptyEdge, grow, rootOfEdge } from '../methods/transparency-log/growth.ts'
import { treeHashing } from '../methods/transparency-log/hashing.ts'
import { consistencyRanges, inclusionRanges } from '../methods/transparency-log/ranges.ts'
import { hashesFrom, tilesFor } from '../methods/transparency-log/tiles.ts'
import { verifyInclusion } from '../methods/transparency-log/verify.ts'

const batch = 2560
const proofs = 2000

if (process.argv[3]) console.log(JSON.stringify(one(Number(process.argv[3]))))
else all()

function all() {
  const rounds = Number(process.env.ROUNDS ?? 5)
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; ${rounds} rounds, median (least–most)\n`,
  )
  console.log(
    '| leaves | entries/s hashed and appended | leaf hashes/s appended | proofs/s made | proofs/s verified | tiles a proof | heap, tiles not counted, MB | peak MB |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  for (const leaves of (process.env.LEAVES ?? '1000000,10000000').split(',')) {
    const runs = Array.from({ length: rounds }, () =>
      JSON.parse(execFileSync(process.execPath, [import.meta.filename, 'log', leaves], { encoding: 'utf8' })),
    )
    const figures = Object.keys(runs[0]).map((name) => {
      const sorted = runs.map((run) => run[name]).toSorted((a, b) => a - b)
      const say = (value) => value.toLocaleString('en', { maximumFractionDigits: 1 })
      return `${say(sorted[Math.floor(sorted.length / 2)])} (${say(sorted[0])}–${say(sorted.at(-1))})`
    })
    console.log(`| ${Number(leaves).toLocaleString('en')} | ${figures.join(' | ')} |`)
  }
}

function one(leaves) {
  const hashing = treeHashing(sha256)
  const entries = Array.from({ length: batch }, (_, at) =>
    Buffer.from(`{"v":1,"t":"opinion.vote-cast","p":"${'0'.repeat(36)}","c":"${String(at).padEnd(44, '=')}"}`),
  )
  const whole = append(leaves, hashing, () => packedLeaves(entries, hashing), false)
  const given = packedLeaves(entries, hashing)
  const kept = append(leaves, hashing, () => given, true)
  return {
    hashed: whole.rate,
    appended: kept.rate,
    ...proofsOf(leaves, kept, { hashing, given }),
    heap: whole.heap,
    peak: process.resourceUsage().maxRSS / 1024,
  }
}

/** The quickest way into Node's SHA-256: as a text of one letter a byte it comes without a buffer of its own. */
function sha256(message, into, at) {
  const letters = hash('sha256', message, 'latin1')
  for (let place = 0; place < 32; place += 1) into[at + place] = letters.charCodeAt(place)
}

function packedLeaves(entries, hashing) {
  const all = Buffer.alloc(entries.length * 32)
  for (const [at, entry] of entries.entries()) all.set(hashing.leaf(entry), at * 32)
  return all
}

function append(leaves, hashing, next, isKept) {
  const tiles = new Map()
  let edge = emptyEdge
  const began = process.cpuUsage()
  for (let at = 0; at < leaves; at += batch) {
    const grown = grow(edge, next().subarray(0, Math.min(batch, leaves - at) * 32), hashing)
    edge = grown.edge
    if (isKept) for (const tile of grown.tiles) tiles.set(`${tile.level}/${tile.index}`, tile.hashes)
  }
  const rate = leaves / seconds(began)
  return { rate, tiles, edge, heap: isKept ? 0 : process.memoryUsage().heapUsed / 2 ** 20 }
}

function proofsOf(leaves, { tiles, edge }, { hashing, given }) {
  const read = (level, index) => tiles.get(`${level}/${index}`)
  const places = Array.from({ length: proofs }, (_, at) => Math.floor((leaves - 1) * ((at * 0.618034) % 1)))
  const root = rootOfEdge(edge, hashing)
  const made = process.cpuUsage()
  const paths = places.map((index) => hashesFrom(inclusionRanges(index, { start: 0, end: leaves }), read, hashing))
  const makeRate = proofs / seconds(made)
  const verified = process.cpuUsage()
  for (const [at, index] of places.entries()) {
    const leafHash = given.subarray((index % batch) * 32, (index % batch) * 32 + 32)
    if (!verifyInclusion({ index, under: leaves, leafHash, root, proof: paths[at] }, hashing).ok)
      throw new Error(`no proof for ${index}`)
  }
  const verifyRate = proofs / seconds(verified)
  const ranges = [
    ...inclusionRanges(places[7], { start: 0, end: leaves }),
    ...consistencyRanges({ start: 0, end: places[7] + 1 }, leaves),
  ]
  return { made: makeRate, verified: verifyRate, tiles: tilesFor(ranges, leaves).length }
}

function seconds(began) {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}
