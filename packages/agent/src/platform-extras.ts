/** What the sources of platform, media formats and storage ask of the window; each is missing somewhere. */
export interface PlatformExtras {
  readonly speechSynthesis?: SpeechLike
  readonly ApplePaySession?: { canMakePayments(): boolean; supportsVersion(version: number): boolean }
  readonly MediaSource?: TypeJudge
  readonly ManagedMediaSource?: TypeJudge
  readonly indexedDB?: Partial<Pick<IDBFactory, 'deleteDatabase' | 'open'>>
  readonly caches?: { has?(name: string): Promise<boolean> }
  readonly cookieStore?: { get?(name: string): Promise<unknown> }
}

/** What they ask of the navigator. */
export interface PlatformNavigatorExtras {
  readonly keyboard?: { getLayoutMap?(): Promise<Iterable<[string, string]>> }
  readonly serviceWorker?: { readonly controller?: unknown }
  readonly storageBuckets?: { keys?(): Promise<unknown> }
  getBattery?(): Promise<BatteryLike>
  requestMediaKeySystemAccess?(system: string, configurations: MediaKeySystemConfiguration[]): Promise<unknown>
}

/** What they ask of the document. */
export interface PlatformDocumentExtras {
  readonly featurePolicy?: {
    allowsFeature?(feature: string): boolean
  }
}

/** The voices of the system. */
interface SpeechLike {
  getVoices?(): readonly { readonly name: string; readonly lang: string; readonly localService: boolean }[]
}

/** Says whether it could work with a media type. */
interface TypeJudge {
  isTypeSupported?(type: string): boolean
}

interface BatteryLike {
  readonly charging: boolean
  readonly chargingTime: number
  readonly dischargingTime: number
  readonly level: number
}
