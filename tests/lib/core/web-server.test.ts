import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { mark } from '#lib/core/web-server.ts'

const local = { from: '127.0.0.1', host: 'localhost:3000' }
const site = { trustProxy: false, directSecret: 'secret' }
const behindProxy = { ...site, trustProxy: true }

test.each([
  ['from this machine, for a name of it', { ...local }, true],
  ['over IPv6', { from: '::1', host: '[::1]:3000' }, true],
  ['over IPv4 within IPv6', { from: '::ffff:127.0.0.1', host: '127.0.0.1' }, true],
  ['from another machine', { from: '10.0.0.7', host: 'localhost:3000' }, false],
  ['for another name, as after DNS rebinding', { from: '127.0.0.1', host: 'langar.example' }, false],
  ['for a name that begins like ours', { from: '127.0.0.1', host: 'localhost.example' }, false],
  ['for no name', { from: '127.0.0.1' }, false],
  ['through a proxy that says so', { ...local, headers: { 'x-forwarded-for': '10.0.0.7' } }, false],
  ['through a proxy with another header', { ...local, headers: { via: '1.1 proxy' } }, false],
  ['through a tunnel', { ...local, headers: { 'cf-connecting-ip': '10.0.0.7' } }, false],
  ['with a forged mark', { from: '10.0.0.7', host: 'x', headers: { 'x-langar-direct': 'secret' } }, false],
])('a request %s', (_, sent, direct) => {
  expect(marked(sent, site)['x-langar-direct']).toBe(direct ? 'secret' : undefined)
})

test('nothing that says x-langar comes in from outside', () => {
  const headers = marked(
    { ...local, headers: { 'x-langar-anything': '1', 'x-langar-address': '10.0.0.7' } },
    site,
  )
  expect(headers).toEqual({
    host: 'localhost:3000',
    'x-langar-address': '127.0.0.1',
    'x-langar-direct': 'secret',
  })
})

test('without a trusted proxy forwarding headers are nobody’s word', () => {
  const headers = marked(
    { from: '10.0.0.7', host: 'x', headers: { 'x-forwarded-for': '1.1.1.1', forwarded: 'x' } },
    site,
  )
  expect(headers).toEqual({ host: 'x', 'x-langar-address': '10.0.0.7' })
})

test('a trusted proxy is believed for what it has added itself', () => {
  const sent = { from: '10.0.0.1', host: 'x', headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.5' } }
  expect(marked(sent, behindProxy)['x-langar-address']).toBe('203.0.113.5')
  expect(
    marked({ ...sent, headers: { 'x-forwarded-for': 'nonsense' } }, behindProxy)['x-langar-address'],
  ).toBe('10.0.0.1')
})

type Sent = { from: string; host?: string; headers?: Record<string, string> }

function marked({ from, host, headers = {} }: Sent, how: typeof site) {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: from })
  const request = new IncomingMessage(socket)
  request.headers = { ...(host !== undefined && { host }), ...headers }
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)])
  mark(request, how)
  for (const name of request.rawHeaders.filter((_, at) => at % 2 === 0))
    expect(request.headers).toHaveProperty(name)
  return request.headers
}
