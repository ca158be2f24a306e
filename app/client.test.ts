import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientBehind } from './client.ts'

describe('who asked', () => {
  test.each([
    ['203.0.113.7', [], undefined, '203.0.113.7'],
    ['::ffff:203.0.113.7', [], undefined, '203.0.113.7'],
    ['203.0.113.7', [], '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', [], '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', [], '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.5', ['10.0.0.5'], '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['::1', ['10.0.0.5'], '6.6.6.6, 198.51.100.1, 10.0.0.5', '198.51.100.1'],
    ['127.0.0.1', [], undefined, '127.0.0.1'],
    // Proxies that add the port: each connection would count as a client of its own.
    ['127.0.0.1', [], '198.51.100.1:50123', '198.51.100.1'],
    ['127.0.0.1', [], '[2001:db8::7]:50123', '2001:db8::7'],
    ['127.0.0.1', [], '2001:db8::7', '2001:db8::7'],
  ])('peer %s, proxies %j, told %j: %s', (peer, proxies, forwardedFor, client) => {
    expect(clientBehind(peer, { proxies, forwardedFor })).toBe(client)
  })

  test('is never what a stranger wrote of herself', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(clientBehind('203.0.113.7', { proxies: [], forwardedFor: written })).toBe('203.0.113.7')
        expect(clientBehind('127.0.0.1', { proxies: [], forwardedFor: `${written}, 203.0.113.7` })).toBe('203.0.113.7')
      }),
    )
  })
})
