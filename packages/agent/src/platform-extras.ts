/** What the sources of platform, media formats and storage ask of the window; each is missing somewhere. */
export interface PlatformExtras {
  readonly speechSynthesis?: SpeechLike
  readonly ApplePaySession?: { canMakePayments(): boolean; supportsVersion(version: number): boolean }
  readonly HTMLElement?: { readonly prototype: object }
  readonly PublicKeyCredential?: { getClientCapabilities?(): Promise<Readonly<Record<string, boolean>>> }
  readonly PerformanceObserver?: { readonly supportedEntryTypes?: readonly string[] }
  readonly HTMLScriptElement?: { supports?(type: string): boolean }
  readonly MediaRecorder?: TypeJudge
  readonly MediaSource?: TypeJudge
  readonly ManagedMediaSource?: TypeJudge
  readonly ImageDecoder?: { isTypeSupported?(type: string): Promise<boolean> }
  readonly VideoDecoder?: ConfigJudge<VideoDecoderConfig>
  readonly AudioDecoder?: ConfigJudge<AudioDecoderConfig>
  readonly indexedDB?: Partial<Pick<IDBFactory, 'deleteDatabase' | 'open'>>
  readonly caches?: { has?(name: string): Promise<boolean> }
  readonly cookieStore?: { get?(name: string): Promise<unknown> }
}

/** What they ask of the navigator. */
export interface PlatformNavigatorExtras {
  readonly keyboard?: { getLayoutMap?(): Promise<Iterable<[string, string]>> }
  readonly mediaCapabilities?: Partial<Pick<MediaCapabilities, 'decodingInfo'>>
  readonly serviceWorker?: { readonly controller?: unknown }
  readonly locks?: { query?(): Promise<unknown> }
  readonly storageBuckets?: { keys?(): Promise<unknown> }
  getBattery?(): Promise<BatteryLike>
  requestMediaKeySystemAccess?(system: string, configurations: MediaKeySystemConfiguration[]): Promise<unknown>
}

/** What they ask of the document. */
export interface PlatformDocumentExtras {
  readonly featurePolicy?: {
    features?(): readonly string[]
    allowsFeature?(feature: string): boolean
  }
  hasStorageAccess?(): Promise<boolean>
}

/** The voices of the system; older browsers do not say when they have come. */
export interface SpeechLike {
  getVoices?(): readonly { readonly name: string; readonly lang: string; readonly localService: boolean }[]
  addEventListener?(type: string, listener: () => void): void
  removeEventListener?(type: string, listener: () => void): void
}

/** Says whether it could work with a media type. */
export interface TypeJudge {
  isTypeSupported?(type: string): boolean
}

interface ConfigJudge<C> {
  isConfigSupported?(config: C): Promise<{ readonly supported?: boolean }>
}

interface BatteryLike {
  readonly charging: boolean
  readonly chargingTime: number
  readonly dischargingTime: number
  readonly level: number
}
