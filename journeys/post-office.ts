import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export type Letter = {
  readonly to: string
  readonly messageId: string
  /** Headers and body as they are read. */
  readonly text: string
}

/** A mail server that speaks SMTP and keeps what it takes. It can fall silent in the middle of a letter, and be away. */
export type PostOffice = {
  readonly url: string
  /** What it took, in the order it came. */
  readonly letters: readonly Letter[]
  /** The text of the newest mail to this address; waits up to a minute for one that fits. */
  readonly mailTo: (address: string, fits: RegExp) => Promise<string>
  /** Takes so many more letters and never answers the one after them. Comes true when that one is there. */
  readonly fallSilentAfter: (count: number) => Promise<void>
  readonly answerAgain: () => void
  readonly close: () => Promise<void>
  /** At the same address as before. */
  readonly reopen: () => Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const letters: Letter[] = []
  let stillTakes = Number.POSITIVE_INFINITY
  let fallsSilent = (): void => {}
  const newServer = (): SMTPServer => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, { envelope }, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          if (stillTakes <= 0) return fallsSilent()
          stillTakes -= 1
          const source = Buffer.concat(parts).toString('utf8')
          const messageId = /^Message-ID: (.*)$/im.exec(source)?.[1] ?? ''
          for (const { address } of envelope.rcptTo) letters.push({ to: address, messageId, text: decode(source) })
          return done()
        })
      },
    })
    server.on('error', () => {}) // whoever speaks with it may be killed in the middle
    return server
  }
  let server = newServer()
  const listen = (port: number): Promise<void> =>
    new Promise((listening) => server.listen(port, '127.0.0.1', () => listening()))
  await listen(0)
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    mailTo: async (address, fits) => {
      for (let tries = 0; tries < 600; tries += 1) {
        const letter = letters.findLast(({ to, text }) => to === address && fits.test(text))
        if (letter) return letter.text
        await sleep(100)
      }
      throw new Error(`no mail to ${address} that fits ${String(fits)}`)
    },
    fallSilentAfter: (count) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      stillTakes = count
      fallsSilent = resolve
      return promise
    },
    answerAgain: () => {
      stillTakes = Number.POSITIVE_INFINITY
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
    reopen: () => {
      server = newServer()
      return listen(port)
    },
  }
}

/** As mailboxes show them: of several mails that bear the same id, one. The server sees them all. */
export function inBoxes(letters: readonly Letter[]): readonly Letter[] {
  return [...new Map(letters.map((letter) => [`${letter.to} ${letter.messageId}`, letter])).values()]
}

/** Headers and body with quoted-printable undone, enough to read a sentence and a link. */
function decode(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
}
