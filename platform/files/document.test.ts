import { deflateSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { documentType, mostDocumentBytes } from './document.ts'
import { fileName } from './file-name.ts'
import { fileHeaders } from './headers.ts'

const pdf = (body: string): Buffer =>
  Buffer.from(`%PDF-1.7\n${body}\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`, 'latin1')
const page = '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj'

/** Objects packed into a stream, as newer programs write them. */
function packed(objects: string): string {
  return `5 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode>> stream\n${deflateSync(objects).toString('latin1')}\nendstream endobj`
}

describe('a document', () => {
  it('is a PDF that only shows, packed or not', () => {
    expect(documentType(pdf(page))).toEqual({ ok: true, value: 'application/pdf' })
    expect(documentType(pdf(packed('<</Type/Page>>')))).toEqual({ ok: true, value: 'application/pdf' })
  })

  it('is plain text of any language', () => {
    expect(documentType(Buffer.from('Måling på broen\r\n1;2\t3\n'))).toEqual({
      ok: true,
      value: 'text/plain; charset=utf-8',
    })
  })

  test.each([
    ['a script', '<</S/JavaScript/JS(app.alert(1))>>'],
    ['a script whose name is written in numbers', '<</S/#4a#61vaScript/#4A#53(x)>>'],
    ['a program to open', '<</S/Launch/F(cmd.exe)>>'],
    ['another file', '<</Names<</EmbeddedFiles 7 0 R>>>>'],
    ['a form that sends itself', '<</S/SubmitForm/F(http://elsewhere.example)>>'],
  ])('that carries %s is refused, packed or not', (_, object) => {
    expect(documentType(pdf(object))).toEqual({ ok: false, refusal: 'document-acts' })
    expect(documentType(pdf(packed(object)))).toEqual({ ok: false, refusal: 'document-acts' })
  })

  const script = '<</S/JavaScript/JS(app.alert(1))>>'
  const stream = (head: string, bytes: Buffer): string =>
    `5 0 obj ${head} stream\n${bytes.toString('latin1')}\nendstream endobj`
  const flated = deflateSync(script)

  test.each([
    ['its filter is named before its kind', stream('<</Filter/FlateDecode/N 1/First 4/Type/ObjStm>>', flated)],
    ['its kind is written in numbers', stream('<</Type/Obj#53tm/N 1/First 4/Filter/Fl#61teDecode>>', flated)],
    ['its head is long', stream(`<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Pad(${'x'.repeat(900)})>>`, flated)],
    ['it names no kind', stream('<</Filter/FlateDecode>>', flated)],
    ['it says it is a picture', stream('<</Subtype/Image/Type/ObjStm/Filter/FlateDecode>>', flated)],
    ['it is packed twice', stream('<</Type/ObjStm/Filter[/FlateDecode/FlateDecode]>>', deflateSync(flated))],
    ['the word stream stands in its head', stream('<</Type/ObjStm/X(stream\n)/Filter/FlateDecode>>', flated)],
    [
      'its line ends otherwise',
      stream('<</Type/ObjStm/Filter/FlateDecode>>', flated).replace('stream\n', 'stream  \r'),
    ],
    ['it is packed in a way we cannot open', stream('<</Type/ObjStm/Filter/LZWDecode>>', Buffer.from('x'))],
    [
      'its filter stands behind the word stream',
      stream('<</Type/ObjStm/X(stream)/Filter/ASCIIHexDecode>>', Buffer.from('2f4a53>')),
    ],
    ['its filter is named elsewhere', stream('<</Type/ObjStm/Filter 9 0 R>>', Buffer.from('x'))],
    [
      'it is mixed by a predictor',
      stream('<</Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>', deflateSync('x')),
    ],
    ['it is broken', stream('<</Type/ObjStm/Filter/FlateDecode>>', flated.subarray(0, 20))],
    ['the document is locked', `${page} trailer <</Encrypt 8 0 R>>`],
  ])('whose script hides in a stream is refused: %s', (_, body) => {
    expect(documentType(pdf(body))).toEqual({ ok: false, refusal: 'document-acts' })
  })

  it('may have pages, pictures and metadata, packed or not', () => {
    const body = [
      page,
      stream('<</Length 9/Filter/FlateDecode>>', deflateSync('BT (The stream is dry) Tj ET')),
      stream('<</Subtype/Image/Filter/DCTDecode>>', Buffer.from('\xff\xd8\xff\xe0 dots', 'latin1')),
      stream('<</Subtype/Image/Filter/FlateDecode/DecodeParms<</Predictor 15>>>>', deflateSync('dots /JS( dots')),
      stream('<</Type/Metadata/Subtype/XML>>', Buffer.from('<x>a stream\nof words</x>')),
      stream('<</Type/XRef/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>', deflateSync('\0\x01\x02')),
    ].join('\n')
    expect(documentType(pdf(body))).toEqual({ ok: true, value: 'application/pdf' })
  })

  it('that begins a thousand streams and ends none is refused without looking into each', () => {
    expect(documentType(pdf(`${'stream\n'.repeat(4000)}${'x'.repeat(1_000_000)}`))).toEqual({
      ok: false,
      refusal: 'document-acts',
    })
  })

  it('abuse 48: that hides a gigabyte in a kilobyte is refused without unpacking it', () => {
    const bomb = pdf(packed('0'.repeat(40_000_000)))
    expect(bomb.byteLength).toBeLessThan(100_000)
    expect(documentType(bomb)).toEqual({ ok: false, refusal: 'document-acts' })
  })

  test.each([
    ['a page named .pdf that is no text', Buffer.from('<script>alert(1)</script>\u0000')],
    ['a PDF behind an archive', Buffer.concat([Buffer.from('PK\x03\x04'), pdf(page)])],
    ['a PDF that is cut off', pdf(page).subarray(0, 40).fill(1, 30)],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    ['text of another coding', Buffer.from('M\xe5ling', 'latin1')],
    ['text that reads from right to left by itself', Buffer.from('invoice\u202efdp.exe')],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_, bytes) => {
    expect(documentType(bytes)).toEqual({ ok: false, refusal: 'document-not-known' })
  })

  // Each held a server for half a minute: a stream cost nothing when little was left of it, or when it broke off.
  const large = Buffer.alloc(8 * 1024 * 1024)
  const broken = deflateSync(large)
  broken.writeUInt32BE(1, broken.byteLength - 4) // its sum
  test.each([
    ['that hold one byte, packed again', deflateSync(Buffer.concat([deflateSync(Buffer.from('x')), large]))],
    ['that break off at their end', broken],
  ])('with many streams of megabytes %s is refused', (_, bytes) => {
    const stream = `5 0 obj <</Length 9>> stream\n${bytes.toString('latin1')}\nendstream endobj\n`
    expect(documentType(pdf(page + stream.repeat(3))), 'a few may be chance').toEqual({
      ok: true,
      value: 'application/pdf',
    })
    expect(documentType(pdf(page + stream.repeat(60)))).toEqual({ ok: false, refusal: 'document-acts' })
  })

  it('is at most 5 MB', () => {
    expect(documentType(new Uint8Array(mostDocumentBytes + 1))).toEqual({ ok: false, refusal: 'document-too-large' })
  })

  test.each([
    ['../../etc/passwd', '.txt', 'passwd.txt'],
    ['report.pdf.exe', '.pdf', 'report.pdf.pdf'],
    ['a"\r\nset-cookie: x.pdf', '.pdf', 'aset-cookie x.pdf'],
    ['con.txt', '.txt', 'filecon.txt'],
    ['', '.pdf', 'file.pdf'],
  ])('named %j is kept as what it is: %s', (given, ending, kept) => {
    expect(fileName(given, ending)).toBe(kept)
  })

  it('abuse 48: is sent to be saved, never as a page of ours, and runs nothing', () => {
    expect(fileHeaders({ name: 'måling.pdf', mediaType: 'application/pdf' })).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''m%C3%A5ling.pdf",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })
})
