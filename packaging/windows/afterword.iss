; Inno Setup 6: packs dist\afterword into one installer, for the person alone, without administrator rights.
; Build with: iscc packaging\windows\afterword.iss   (after: python packaging\build.py)

#define Version "0.1.0"
#define AppId "app.afterword.Afterword"

[Setup]
AppId={#AppId}
AppName=Afterword
AppVersion={#Version}
AppPublisher=The Afterword authors
DefaultDirName={autopf}\Afterword
DefaultGroupName=Afterword
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=afterword-{#Version}-setup
SetupIconFile=..\..\build\icons\afterword.ico
UninstallDisplayIcon={app}\afterword.exe
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
CloseApplications=yes

[Files]
Source: "..\..\dist\afterword\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
; Windows shows notifications only for programs with a Start menu shortcut that carries this id.
Name: "{group}\Afterword"; Filename: "{app}\afterword.exe"; AppUserModelID: "{#AppId}"

[Registry]
; Offered under "Open with", never taken as the default.
Root: HKA; Subkey: "Software\Classes\Afterword.Invitation"; ValueType: string; ValueData: "Interview invitation"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Afterword.Invitation\shell\open\command"; ValueType: string; ValueData: """{app}\afterword.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.ics\OpenWithProgids"; ValueType: string; ValueName: "Afterword.Invitation"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.eml\OpenWithProgids"; ValueType: string; ValueName: "Afterword.Invitation"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\afterword.exe"; Description: "Open Afterword"; Flags: postinstall nowait skipifsilent

[UninstallDelete]
Type: dirifempty; Name: "{app}"
; What the person wrote, in their own data folder, is theirs: it stays.
