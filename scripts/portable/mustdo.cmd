@rem Starts Mustdo with the Node that lies beside it, from any folder.
@"%~dp0program\node.exe" "%~dp0program\mustdo.mjs" %*
