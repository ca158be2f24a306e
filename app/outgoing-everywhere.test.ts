import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

/** What could ask another server: the runtime's own ways, and the one library that sends mail. */
const waysOut = [
  /\bfetch\(/,
  /from 'node:(?:http|https|http2|net|tls|dgram|dns|dns\/promises)'/,
  /from '(?:nodemailer|undici|axios|got|ws|openid-client|oauth4webapi)'/,
  /new (?:WebSocket|EventSource|XMLHttpRequest)\b/,
]

/** Each file that has one, and why it asks nobody an inhabitant could name. */
const known: Readonly<Record<string, string>> = {
  'app/listen.ts': 'is asked, and asks nobody',
  'app/sockets.ts': 'is asked, and asks nobody',
  'platform/db/pool.ts': 'the database the operator named',
  'platform/identity/client-hash.ts': 'looks at how an address is written',
  'platform/identity/oidc/eid.ts': 'every request of the library goes through the one guarded way out',
  'platform/mail/send.ts': 'the mail server the operator named',
  'platform/outgoing/outgoing.ts': 'the one guarded way out',
  'platform/outgoing/public-address.ts': 'looks at how an address is written',
  'stages/arena/lottery/island/checking.ts': 'in the browser: a file of our own page',
  'stages/draft/text/live.ts': 'is asked, and asks nobody',
  'stages/draft/text/socket.ts': 'is asked, and asks nobody',
  'stages/draft/text/island/editor.ts': 'in the browser: the socket of our own page',
  'ui/island/near.ts': 'in the browser: our own page',
  'ui/island/screen.ts': 'in the browser: our own page',
}

test('abuse 52: nothing in the house asks another server but through the one guarded way out', async () => {
  const found: string[] = []
  for await (const path of glob('{app,basics,methods,overview,platform,stages,ui}/**/*.{ts,tsx}', {
    exclude: (name) => /node_modules|\.test\.tsx?$|(?:^|\/)testing[^/]*\.ts$/.test(String(name)),
  })) {
    const text = await readFile(path, 'utf8')
    if (waysOut.some((way) => way.test(text))) found.push(path)
  }
  expect(found.filter((path) => !(path in known))).toEqual([])
  expect(Object.keys(known).filter((path) => !found.includes(path))).toEqual([])
})
