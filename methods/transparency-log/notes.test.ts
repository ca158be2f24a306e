import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, utf8, wholeNumber } from './bytes.ts'
import { parseCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { bundleOf, entriesOf, longestEntry } from './entries.ts'
import { keyOf, parseKey, signNote, verifyNote, writeKey } from './keys.ts'
import { parseNote, writeNote } from './note.ts'
import { parseProofFile, writeProofFile } from './proof-file.ts'
import { leafOf, sha256, signerOf, verifyEd25519 } from './testing-trees.ts'

const log = signerOf('town.example/log/lindhavn', 'note')
const witness = signerOf('paper.example/witness', 'cosignature')
const stranger = signerOf('town.example/log/lindhavn', 'note')

const checkpoint = { origin: 'town.example/log/lindhavn', size: 42, root: leafOf(1), extensions: [] }
const text = writeCheckpoint(checkpoint)
const byLog = signNote(text, log)
const byWitness = signNote(text, { ...witness, time: 1_795_000_000 })

describe('a note', () => {
  it('says who of the known keys signed it, and when a witness did', () => {
    const note = parseNote(writeNote({ text, signatures: [byLog, byWitness] }))
    expect(note).toEqual({ ok: true, value: { text, signatures: [byLog, byWitness] } })
    expect(note.ok && verifyNote(note.value, [log.key, witness.key], verifyEd25519)).toEqual({
      ok: true,
      value: [{ key: log.key }, { key: witness.key, time: 1_795_000_000 }],
    })
  })

  it('ignores lines of keys nobody knows, also those with a known name', () => {
    const note = { text, signatures: [signNote(text, stranger), byLog] }
    expect(verifyNote(note, [log.key], verifyEd25519)).toEqual({ ok: true, value: [{ key: log.key }] })
    expect(verifyNote(note, [witness.key], verifyEd25519)).toEqual({ ok: false, refusal: 'signed-by-nobody-known' })
  })

  it('is refused where a known key did not sign this text, signed twice, or signed as something else', () => {
    const other = writeCheckpoint({ ...checkpoint, size: 43 })
    const wrong = { ok: false, refusal: 'signature-wrong' }
    expect(verifyNote({ text: other, signatures: [byLog] }, [log.key], verifyEd25519)).toEqual(wrong)
    expect(verifyNote({ text, signatures: [byLog, byLog] }, [log.key], verifyEd25519)).toEqual(wrong)
    const asWitness = { ...byWitness, signature: byWitness.signature.slice(8) }
    expect(verifyNote({ text, signatures: [asWitness] }, [witness.key], verifyEd25519)).toEqual(wrong)
    const later = { ...byWitness, signature: byWitness.signature.with(7, 1) }
    expect(verifyNote({ text, signatures: [later] }, [witness.key], verifyEd25519)).toEqual(wrong)
  })

  it('takes at least sixteen signatures, the greatest kind included, and not a million', () => {
    const great = Array.from({ length: 16 }, (_, at) => ({
      name: `w${at}.example`,
      keyId: at,
      signature: new Uint8Array(5000),
    }))
    expect(parseNote(writeNote({ text, signatures: [...great, byLog] })).ok).toBe(true)
    expect(parseNote(`${text}\n${'— a AAAAAAA=\n'.repeat(200)}`)).toEqual({ ok: false, refusal: 'note-too-long' })
    expect(parseNote('a'.repeat(1_000_001))).toEqual({ ok: false, refusal: 'note-too-long' })
  })

  it('may have empty lines and any language in its text', () => {
    const poem = 'Ed è\n\nsubito sera · æøå 中 🜁\n'
    const note = parseNote(writeNote({ text: poem, signatures: [signNote(poem, log)] }))
    expect(note.ok && verifyNote(note.value, [log.key], verifyEd25519).ok).toBe(true)
  })

  it('is refused where it is not written exactly so', () => {
    const good = writeNote({ text, signatures: [byLog] })
    for (const bad of [
      '',
      '\n',
      text,
      good.trimEnd(),
      `${good}\n`,
      good.replace('— ', '- '),
      good.replace('— ', '—  '),
      good.replaceAll('\n', '\r\n'),
      good.replace('town', 'to\twn'),
      `${good}x\n`,
      good.replace(/ \S+\n$/, ' AAAAAA==\n'),
      good.replace('town', '\ud800'),
    ])
      expect([bad, parseNote(bad)]).toEqual([bad, { ok: false, refusal: 'note-malformed' }])
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (garbage) => {
        for (const parse of [parseNote, parseCheckpoint, parseProofFile]) expect(parse(garbage).ok).toBe(false)
      }),
    )
  })
})

describe('a key', () => {
  it('is written and read back, and refused where its number is not its own', () => {
    for (const { key } of [log, witness]) expect(parseKey(writeKey(key), sha256)).toEqual({ ok: true, value: key })
    const written = writeKey(log.key)
    for (const bad of [
      '',
      'a+b',
      written.replace(/\+[0-9a-f]{8}\+/, '+00000000+'),
      written.replace('town', 'to wn'),
      `${written}=`,
      `${written.slice(0, -4)}`,
    ])
      expect([bad, parseKey(bad, sha256)]).toEqual([bad, { ok: false, refusal: 'key-malformed' }])
    expect(parseKey(`a+00000000+${Buffer.from([6, ...new Uint8Array(1312)]).toString('base64')}`, sha256)).toEqual({
      ok: false,
      refusal: 'key-of-another-kind',
    })
    expect(keyOf({ name: 'a b', kind: 'note', publicKey: new Uint8Array(32) }, sha256).ok).toBe(false)
  })
})

describe('a checkpoint', () => {
  it('is read back, with lines nothing here knows', () => {
    for (const one of [checkpoint, { ...checkpoint, size: 0 }, { ...checkpoint, extensions: ['a', 'b c'] }])
      expect(parseCheckpoint(writeCheckpoint(one))).toEqual({ ok: true, value: one })
  })

  it('is refused with a size or root that is none', () => {
    for (const bad of [
      text.replace('42', '042'),
      text.replace('42', '-1'),
      text.replace('42', '1e3'),
      text.replace('42', '9007199254740993'),
      text.replace(/^.*\n/, '\n'),
      text.replace('=\n', '\n'),
      `${text}\n`,
      text.trimEnd(),
    ])
      expect([bad, parseCheckpoint(bad)]).toEqual([bad, { ok: false, refusal: 'checkpoint-malformed' }])
  })
})

describe('a proof file', () => {
  const file = {
    extra: Uint8Array.of(1, 2, 3),
    index: 7,
    proof: [leafOf(1), leafOf(2)],
    checkpoint: writeNote({ text, signatures: [byLog] }),
  }

  it('is read back, with and without what the entry needs', () => {
    const { extra: _extra, ...bare } = file
    for (const one of [file, bare, { ...bare, proof: [] }, { ...file, extra: new Uint8Array(0) }])
      expect(parseProofFile(writeProofFile(one))).toEqual({ ok: true, value: one })
  })

  it('is refused where a line is cut, doubled or of something else', () => {
    const good = writeProofFile(file)
    for (const bad of [
      good.replace('@v1', '@v2'),
      good.replace('index 7', 'index 07'),
      good.replace('index 7\n', ''),
      good.replace('index', 'extra AA==\nindex'),
      good.replace('=\n\n', '\n\n'),
      good.replace('extra AQID', 'extra AQI'),
    ])
      expect([bad, parseProofFile(bad)]).toEqual([bad, { ok: false, refusal: 'proof-file-malformed' }])
    for (let cut = 0; cut < good.indexOf('\n\n') + 1; cut += 1)
      expect(parseProofFile(good.slice(0, cut)).ok).toBe(false)
  })
})

describe('a bundle of entries', () => {
  it('is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
        const bundle = bundleOf(entries)
        expect(bundle.ok && entriesOf(bundle.value)).toEqual({ ok: true, value: entries })
      }),
    )
    const longest = bundleOf([new Uint8Array(longestEntry)])
    expect(longest.ok && longest.value.length).toBe(longestEntry + 2)
    expect(bundleOf([new Uint8Array(longestEntry + 1)])).toEqual({ ok: false, refusal: 'entry-too-long' })
  })

  it('is refused where a length says more than is there', () => {
    for (const bad of [[0], [0, 1], [255, 255, 1], [0, 1, 5, 0]])
      expect(entriesOf(Uint8Array.from(bad))).toEqual({ ok: false, refusal: 'bundle-broken' })
  })
})

describe('bytes', () => {
  it('are those of every other reader of UTF-8 and base 64', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8(text)).toEqual(new TextEncoder().encode(text))
      }),
    )
    expect(utf8('\ud83d')).toBeUndefined()
    for (const bad of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A A=', 'AA==\n', '-_8=', '===='])
      expect([bad, fromBase64(bad)]).toEqual([bad, undefined])
    expect(['0', '10', '9007199254740991'].map(wholeNumber)).toEqual([0, 10, Number.MAX_SAFE_INTEGER])
    expect(['', '00', '-1', '1.0', ' 1', '9007199254740992'].map(wholeNumber)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })
})
