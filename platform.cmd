@echo off
rem The one command of the platform: finds a JDK, builds the launcher when it is missing or older than its
rem sources, and hands over to it. See platform help and infra\launcher\README.md.
setlocal EnableExtensions
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"

if not defined JAVA_HOME (
  for /f "tokens=1,* delims==" %%a in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do (
    for /f "tokens=*" %%h in ("%%b") do set "JAVA_HOME=%%h"
  )
)
if not defined JAVA_HOME goto nojdk
if not exist "%JAVA_HOME%\bin\javac.exe" goto nojdk
set "VERSION="
for /f "tokens=1,* delims==" %%a in ('""%JAVA_HOME%\bin\java" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do (
  for /f "tokens=*" %%v in ("%%b") do set "VERSION=%%v"
)
if not defined VERSION goto nojdk
if "%VERSION:~0,2%"=="1." goto nojdk
if %VERSION% LSS 17 goto nojdk

set "BUILT=%ROOT%\infra\launcher\target\launcher.jar"
set "STALE=1"
if exist "%BUILT%" (
  for /f %%s in ('powershell -NoProfile -Command "$t=(Get-Item '%BUILT%').LastWriteTime; if (Get-ChildItem '%ROOT%\pom.xml','%ROOT%\infra\launcher\pom.xml','%ROOT%\infra\launcher\src\main' -Recurse ^| Where-Object { $_.LastWriteTime -gt $t }) { 1 } else { 0 }"') do set "STALE=%%s"
)
if "%STALE%"=="1" (
  echo Building the launcher ...
  if not exist "%ROOT%\.platform\logs" mkdir "%ROOT%\.platform\logs"
  pushd "%ROOT%"
  call mvnw.cmd -B -Dquick -Dmaven.test.skip=true -Dstyle.color=never -am -pl infra/launcher package > "%ROOT%\.platform\logs\build-launcher.log" 2>&1
  if errorlevel 1 (
    popd
    findstr /b "[ERROR]" "%ROOT%\.platform\logs\build-launcher.log"
    echo The launcher could not be built. Its log: %ROOT%\.platform\logs\build-launcher.log 1>&2
    exit /b 1
  )
  popd
)
"%JAVA_HOME%\bin\java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 "-Dplatform.root=%ROOT%" -cp "%BUILT%" org.cocreation.launcher.Platform %*
exit /b %errorlevel%

:nojdk
echo The platform needs a JDK 17 or later (with javac): set JAVA_HOME to one, or put its java on the PATH. 1>&2
exit /b 1
