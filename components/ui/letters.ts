'use client'
import { useSyncExternalStore } from 'react'

// Whoever speaks to the computer, or strikes keys unawares, switches single letters off (WCAG 2.2, 2.1.4): in this browser.
const place = 'langar-letters'
const listeners = new Set<() => void>()
let areOn: boolean | undefined

/** Do single letters do something here? Until the script runs they would, if they could. */
export function useLettersOn(): boolean {
  return useSyncExternalStore(subscribe, read, () => true)
}

export function switchLetters(on: boolean) {
  areOn = on
  try {
    localStorage.setItem(place, on ? 'on' : 'off')
  } catch {
    // storage is full or forbidden: it holds until the page is left
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): boolean {
  if (areOn !== undefined) return areOn
  try {
    areOn = localStorage.getItem(place) !== 'off'
  } catch {
    areOn = true
  }
  return areOn
}
