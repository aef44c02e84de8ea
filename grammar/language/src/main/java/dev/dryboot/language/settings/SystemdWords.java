package dev.dryboot.language.settings;

/**
 * The directives of systemd 257 that a service, timer or socket may have, by section, each list
 * under the type of its values (man systemd.unit, systemd.service, systemd.exec, systemd.kill,
 * systemd.resource-control, systemd.timer, systemd.socket).
 */
final class SystemdWords {
  private SystemdWords() {}

  static final String EDGES =
      """
      unit+ = After Before Wants Requires Requisite BindsTo PartOf Conflicts Upholds
      """;

  static final String UNIT =
      """
      text = Description SourcePath RebootArgument JobTimeoutRebootArgument
      text+ = Documentation RequiresMountsFor WantsMountsFor
      unit+ = OnFailure OnSuccess PropagatesReloadTo ReloadPropagatedFrom PropagatesStopTo
      unit+ = StopPropagatedFrom JoinsNamespaceOf
      bool = IgnoreOnIsolate StopWhenUnneeded RefuseManualStart RefuseManualStop AllowIsolate
      bool = DefaultDependencies SurviveFinalKillSignal
      word = OnFailureJobMode OnSuccessJobMode CollectMode JobTimeoutAction
      (none,reboot,reboot-force,reboot-immediate,poweroff,poweroff-force,poweroff-immediate,exit,exit-force,soft-reboot,soft-reboot-force,kexec,kexec-force,halt,halt-force,halt-immediate) = FailureAction SuccessAction StartLimitAction
      int = FailureActionExitStatus SuccessActionExitStatus StartLimitBurst
      duration = JobTimeoutSec JobRunningTimeoutSec StartLimitIntervalSec
      any+ = ConditionArchitecture ConditionFirmware ConditionVirtualization ConditionHost
      any+ = ConditionKernelCommandLine ConditionKernelVersion ConditionVersion ConditionCredential
      any+ = ConditionEnvironment ConditionSecurity ConditionCapability ConditionACPower
      any+ = ConditionNeedsUpdate ConditionFirstBoot ConditionPathExists ConditionPathExistsGlob
      any+ = ConditionPathIsDirectory ConditionPathIsSymbolicLink ConditionPathIsMountPoint
      any+ = ConditionPathIsReadWrite ConditionPathIsEncrypted ConditionDirectoryNotEmpty
      any+ = ConditionFileNotEmpty ConditionFileIsExecutable ConditionUser ConditionGroup
      any+ = ConditionControlGroupController ConditionMemory ConditionCPUs ConditionCPUFeature
      any+ = ConditionOSRelease ConditionMemoryPressure ConditionCPUPressure ConditionIOPressure
      any+ = ConditionKernelModuleLoaded
      any+ = AssertArchitecture AssertFirmware AssertVirtualization AssertHost
      any+ = AssertKernelCommandLine AssertKernelVersion AssertVersion AssertCredential
      any+ = AssertEnvironment AssertSecurity AssertCapability AssertACPower AssertNeedsUpdate
      any+ = AssertFirstBoot AssertPathExists AssertPathExistsGlob AssertPathIsDirectory
      any+ = AssertPathIsSymbolicLink AssertPathIsMountPoint AssertPathIsReadWrite
      any+ = AssertPathIsEncrypted AssertDirectoryNotEmpty AssertFileNotEmpty
      any+ = AssertFileIsExecutable AssertUser AssertGroup AssertControlGroupController AssertMemory
      any+ = AssertCPUs AssertCPUFeature AssertOSRelease AssertMemoryPressure AssertCPUPressure
      any+ = AssertIOPressure AssertKernelModuleLoaded
      """;

  static final String INSTALL =
      """
      unit+ = WantedBy RequiredBy UpheldBy Also
      word+ = Alias
      text = DefaultInstance
      """;

  static final String COMMANDS =
      """
      (simple,exec,forking,oneshot,dbus,notify,notify-reload,idle) = Type
      text+ = ExecStart ExecCondition ExecReload ExecStop
      """;

  static final String SERVICE =
      """
      text+ = ExecStartPre ExecStartPost ExecStopPost OpenFile
      (cgroup,main) = ExitType
      bool = RemainAfterExit GuessMainPID RootDirectoryStartOnly NonBlocking
      text = PIDFile BusName USBFunctionDescriptors USBFunctionStrings
      duration = RestartSec RestartMaxDelaySec TimeoutStartSec TimeoutStopSec TimeoutAbortSec
      duration = TimeoutSec RuntimeMaxSec RuntimeRandomizedExtraSec WatchdogSec
      int = RestartSteps FileDescriptorStoreMax
      (terminate,abort,kill) = TimeoutStartFailureMode TimeoutStopFailureMode
      (normal,direct) = RestartMode
      any+ = SuccessExitStatus RestartPreventExitStatus RestartForceExitStatus
      unit+ = Sockets
      (none,main,exec,all) = NotifyAccess
      (no,yes,restart) = FileDescriptorStorePreserve
      (continue,stop,kill) = OOMPolicy
      word = ReloadSignal
      (control-group,mixed,process,none) = KillMode
      word = KillSignal RestartKillSignal FinalKillSignal WatchdogSignal
      bool = SendSIGHUP SendSIGKILL
      """;

  static final String RESTART =
      """
      (no,always,on-success,on-failure,on-abnormal,on-abort,on-watchdog) = Restart
      """;

  static final String RESOURCES =
      """
      bool = CPUAccounting MemoryAccounting TasksAccounting IOAccounting IPAccounting
      any = CPUWeight StartupCPUWeight CPUQuota IOWeight StartupIOWeight TasksMax MemoryZSwapWriteback
      duration = CPUQuotaPeriodSec ManagedOOMMemoryPressureDurationSec
      any = AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes
      size|percent|(infinity) = MemoryMin MemoryLow StartupMemoryLow MemoryHigh StartupMemoryHigh
      size|percent|(infinity) = MemoryMax StartupMemoryMax MemorySwapMax StartupMemorySwapMax
      size|percent|(infinity) = DefaultMemoryMin DefaultMemoryLow DefaultStartupMemoryLow
      size|percent|(infinity) = MemoryZSwapMax StartupMemoryZSwapMax
      text+ = IODeviceWeight IOReadBandwidthMax IOWriteBandwidthMax IOReadIOPSMax IOWriteIOPSMax
      text+ = IODeviceLatencyTargetSec DeviceAllow BPFProgram SocketBindAllow SocketBindDeny
      any+ = IPAddressAllow IPAddressDeny RestrictNetworkInterfaces DisableControllers
      text+ = IPIngressFilterPath IPEgressFilterPath NFTSet
      any = Slice Delegate DelegateSubgroup ManagedOOMSwap ManagedOOMMemoryPressure
      any = ManagedOOMMemoryPressureLimit ManagedOOMPreference DevicePolicy MemoryPressureWatch
      duration = MemoryPressureThresholdSec
      bool = CoredumpReceive
      """;

  static final String IDENTITY =
      """
      any = User Group
      key?=any+ = Environment
      text+ = EnvironmentFile
      any+ = PassEnvironment UnsetEnvironment
      """;

  static final String EXEC =
      """
      any+ = SupplementaryGroups CapabilityBoundingSet AmbientCapabilities SecureBits
      any = WorkingDirectory RootDirectory RootImage RootHash RootHashSignature RootVerity RootEphemeral
      any+ = RootImageOptions RootImagePolicy MountImagePolicy ExtensionImagePolicy MountImages
      any+ = ExtensionImages ExtensionDirectories BindPaths BindReadOnlyPaths
      bool = MountAPIVFS BindLogSockets DynamicUser SetLoginEnvironment NoNewPrivileges IgnoreSIGPIPE
      any = ProtectProc ProcSubset PAMName UMask CoredumpFilter KeyringMode Personality
      any = OOMScoreAdjust TimerSlackNSec LimitCPU LimitFSIZE LimitDATA LimitSTACK LimitCORE LimitRSS
      any = LimitNOFILE LimitAS LimitNPROC LimitMEMLOCK LimitLOCKS LimitSIGPENDING LimitMSGQUEUE
      any = LimitNICE LimitRTPRIO LimitRTTIME
      int = Nice CPUSchedulingPriority IOSchedulingPriority
      any = CPUSchedulingPolicy CPUAffinity NUMAPolicy NUMAMask
      bool = CPUSchedulingResetOnFork MemoryKSM
      any = IOSchedulingClass ProtectSystem ProtectHome
      any+ = RuntimeDirectory StateDirectory CacheDirectory LogsDirectory ConfigurationDirectory
      mode = RuntimeDirectoryMode StateDirectoryMode CacheDirectoryMode LogsDirectoryMode
      mode = ConfigurationDirectoryMode
      any = RuntimeDirectoryPreserve TimeoutCleanSec
      any+ = ReadWritePaths ReadOnlyPaths InaccessiblePaths ExecPaths NoExecPaths
      any+ = TemporaryFileSystem
      bool = PrivateDevices PrivateNetwork PrivateIPC PrivateMounts ProtectHostname ProtectClock
      bool = ProtectKernelTunables ProtectKernelModules ProtectKernelLogs LockPersonality
      bool = MemoryDenyWriteExecute RestrictRealtime RestrictSUIDSGID RemoveIPC
      any = PrivateTmp PrivateUsers PrivatePIDs ProtectControlGroups NetworkNamespacePath
      any = IPCNamespacePath MountFlags SELinuxContext AppArmorProfile SmackProcessLabel
      any+ = RestrictAddressFamilies RestrictFileSystems RestrictNamespaces
      any+ = SystemCallFilter SystemCallErrorNumber SystemCallArchitectures SystemCallLog
      any = StandardInput StandardOutput StandardError StandardInputText StandardInputData
      any = LogLevelMax LogRateLimitIntervalSec LogRateLimitBurst LogNamespace SyslogIdentifier
      any = SyslogFacility SyslogLevel TTYPath TTYRows TTYColumns UtmpIdentifier UtmpMode
      any+ = LogExtraFields LogFilterPatterns ImportCredential
      bool = SyslogLevelPrefix TTYReset TTYVHangup TTYVTDisallocate
      key?=any+ = LoadCredential LoadCredentialEncrypted SetCredential SetCredentialEncrypted
      """;

  static final String TIMER =
      """
      duration+ = OnActiveSec OnBootSec OnStartupSec OnUnitActiveSec OnUnitInactiveSec
      any+ = OnCalendar
      duration = AccuracySec RandomizedDelaySec RandomizedOffsetSec
      bool = FixedRandomDelay DeferReactivation OnClockChange OnTimezoneChange Persistent
      bool = WakeSystem RemainAfterElapse
      """;

  static final String SOCKET =
      """
      any+ = ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenSpecial
      any+ = ListenNetlink ListenMessageQueue ListenUSBFunction Symlinks
      any = SocketProtocol BindIPv6Only Backlog BindToDevice SocketUser SocketGroup Mark
      mode = SocketMode DirectoryMode
      bool = Accept Writable FlushPending KeepAlive NoDelay FreeBind Transparent Broadcast
      bool = PassCredentials PassPIDFD PassSecurity PassPacketInfo AcceptFileDescriptors ReusePort
      bool = RemoveOnStop PassFileDescriptorsToExec SELinuxContextFromNet
      int = MaxConnections MaxConnectionsPerSource KeepAliveProbes Priority IPTTL
      int = MessageQueueMaxMessages MessageQueueMessageSize PollLimitBurst TriggerLimitBurst
      duration = KeepAliveTimeSec KeepAliveIntervalSec DeferAcceptSec TimeoutSec
      duration = PollLimitIntervalSec TriggerLimitIntervalSec DeferTriggerMaxSec
      size = ReceiveBuffer SendBuffer PipeSize
      any = IPTOS TCPCongestion Timestamping FileDescriptorName SmackLabel SmackLabelIPIn
      any = SmackLabelIPOut DeferTrigger
      text+ = ExecStartPre ExecStartPost ExecStopPre ExecStopPost
      """;
}
